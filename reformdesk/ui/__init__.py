"""The windows."""

# PySide looks through the source of every module that is loaded after it: core, which has nothing
# for it to find, goes first
from reformdesk.core import letters as letters
from reformdesk.core import request_states as request_states
from reformdesk.core import submission as submission
