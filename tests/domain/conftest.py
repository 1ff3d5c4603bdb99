"""Property tests of the domain run without a deadline, because a busy machine is no error."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
