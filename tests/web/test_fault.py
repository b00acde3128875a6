"""A fault carries words and a reason, and is no error of the tree that users meet."""

from claimcheck.errors import ClaimcheckError
from claimcheck.vocabulary import FetchFailure
from claimcheck.web.fault import Fault


def test_a_fault_is_told_to_no_user_as_it_is() -> None:
    fault = Fault("stops before its end", FetchFailure.CUT)
    assert (str(fault), fault.failure) == ("stops before its end", FetchFailure.CUT)
    assert not isinstance(fault, ClaimcheckError)
