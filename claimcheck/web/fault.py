"""What goes wrong inside a fetch, before it is an error that a user meets."""

from claimcheck.vocabulary import FetchFailure


class Fault(Exception):  # noqa: N818 - not an error that a user meets, but the reason of one
    """What went wrong in a fetch, told where it is not known which URL it was; the words follow "it ..."."""

    def __init__(self, words: str, failure: FetchFailure) -> None:
        """Keep the words and the reason."""
        super().__init__(words)
        self.failure = failure
