// The flood of `gossip-lab bench` on a binary heap, and nothing else: no measurement, no faults.
// Usage: flood_priority_queue NODES VALUES; prints the deliveries and the seconds they took.

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <queue>
#include <vector>

struct Delivery {
    std::int64_t due;       // milliseconds
    std::int64_t sequence;  // deliveries due together come in the order of sending
    std::uint32_t from, to, value;

    bool operator>(const Delivery& other) const {
        return due != other.due ? due > other.due : sequence > other.sequence;
    }
};

class Cluster {
public:
    std::int64_t delivered = 0;

    Cluster(std::uint32_t nodes, std::uint32_t values)
        : values(values), neighbors(nodes), known(std::size_t(nodes) * values) {
        std::uint32_t width = 0;
        while (std::uint64_t(width) * width < nodes) ++width;
        for (std::uint32_t node = 0; node < nodes; ++node) {
            if (node >= width) neighbors[node].push_back(node - width);
            if (node % width > 0) neighbors[node].push_back(node - 1);
            if (node % width + 1 < width && node + 1 < nodes) neighbors[node].push_back(node + 1);
            if (node + width < nodes) neighbors[node].push_back(node + width);
        }
    }

    void flood() {
        for (std::uint32_t value = 0; value < values; ++value) {
            now = 10 * std::int64_t(value);
            while (!queue.empty() && queue.top().due <= now) deliver();
            std::uint32_t origin = std::uint64_t(value) * 7919 % neighbors.size();
            learn(origin, value, origin, now);
        }
        while (!queue.empty()) deliver();
    }

private:
    std::uint32_t values;
    std::vector<std::vector<std::uint32_t>> neighbors;
    std::vector<bool> known;  // bit node * values + value
    std::priority_queue<Delivery, std::vector<Delivery>, std::greater<Delivery>> queue;
    std::int64_t now = 0, sequence = 0;

    void deliver() {
        Delivery delivery = queue.top();
        queue.pop();
        ++delivered;
        learn(delivery.to, delivery.value, delivery.from, delivery.due);
    }

    void learn(std::uint32_t node, std::uint32_t value, std::uint32_t from, std::int64_t at) {
        auto bit = known[std::size_t(node) * values + value];
        if (bit) return;
        bit = true;
        for (std::uint32_t neighbor : neighbors[node])
            if (neighbor != from) queue.push({at + 100, sequence++, node, neighbor, value});
    }
};

int main(int count, char** arguments) {
    if (count != 3) return std::fputs("usage: flood_priority_queue NODES VALUES\n", stderr), 2;
    Cluster cluster(std::atoi(arguments[1]), std::atoi(arguments[2]));
    auto start = std::chrono::steady_clock::now();
    cluster.flood();
    std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    std::printf("%lld %.6f\n", static_cast<long long>(cluster.delivered), elapsed.count());
}
