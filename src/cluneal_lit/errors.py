"""What can stop the program, each with a message for the person who runs it.

LitError
├── ConfigError     the configuration, or the way the program was called
├── StoreError      the files under references/ and output/
├── DocumentError   a document that cannot be read
├── SourceError     a service that gave no usable answer
└── TemplateError   a template that cannot be rendered
"""


class LitError(Exception):
    """A problem that a person can solve: the message says what, where and what to do."""


class ConfigError(LitError):
    """The configuration or the arguments are wrong."""


class StoreError(LitError):
    """A file of the store cannot be read or written."""


class DocumentError(LitError):
    """A document cannot be read."""


class SourceError(LitError):
    """A service gave no usable answer."""


class TemplateError(LitError):
    """A template cannot be rendered."""
