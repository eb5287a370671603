"""What is rendered from a collection: citation styles, templates, and what cannot be a template."""
