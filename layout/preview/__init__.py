"""The issue on the screen while it is being written: a page of a browser on this machine that follows every save.

Takes a manifest, gives a server on the loopback addresses. Refuses to know the network, and the disk but for the issue:
what it serves is held in memory, and no path of a request is ever opened.
"""
