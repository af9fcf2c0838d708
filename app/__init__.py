"""The portal: one honest, multilingual way to support, work and a plan.

Nothing stands here, so that the core can be imported without the web.
"""
