"""The flood of `gossip-lab bench` on SimPy, and nothing else: no measurement, no faults.

Usage: flood_simpy.py NODES VALUES; prints the deliveries and the seconds they took.
A delivery is a Timeout with a callback: a process for each would take several times as long.
"""

import sys
import time

import simpy


def grid(nodes):
    """The neighbours of each node, in rows of ceil(sqrt(nodes))."""
    width = 0
    while width * width < nodes:
        width += 1
    for node in range(nodes):
        column = node % width
        candidates = [node - width]
        if column > 0:
            candidates.append(node - 1)
        if column + 1 < width:
            candidates.append(node + 1)
        candidates.append(node + width)
        yield [neighbor for neighbor in candidates if 0 <= neighbor < nodes]


class Cluster:
    def __init__(self, nodes, values):
        self.environment = simpy.Environment()
        self.neighbors = list(grid(nodes))
        self.known = [bytearray(nodes) for _ in range(values)]
        self.delivered = 0

    def broadcasts(self):
        """A process: a new value every 10 ms, each at another node."""
        for value in range(len(self.known)):
            origin = value * 7919 % len(self.neighbors)
            self.learn(origin, value, origin)
            yield self.environment.timeout(10)

    def deliver(self, timeout):
        self.delivered += 1
        self.learn(*timeout.value)

    def learn(self, node, value, source):
        known = self.known[value]
        if known[node]:
            return
        known[node] = 1
        for neighbor in self.neighbors[node]:
            if neighbor != source:
                timeout = self.environment.timeout(100, (neighbor, value, node))
                timeout.callbacks.append(self.deliver)


def main():
    nodes, values = map(int, sys.argv[1:])
    cluster = Cluster(nodes, values)
    start = time.perf_counter()
    cluster.environment.process(cluster.broadcasts())
    cluster.environment.run()
    print(cluster.delivered, f"{time.perf_counter() - start:.6f}")


if __name__ == "__main__":
    main()
