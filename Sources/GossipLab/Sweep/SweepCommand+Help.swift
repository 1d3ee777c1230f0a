extension SweepCommand {
    /// What stands in the help beside the options.
    static let helpText = """
        Any option of a scenario may be a list or a range; every combination is run. 'gossip-lab \
        run --help' has the options.

          --topology grid,heap,tree4        a list
          --batch-interval 0ms..500ms/50ms  a range and its step, ends included
          --loss 0,0.01..0.05/0.02          a list with a range in it
          --seed 1,5,9                      seeds one by one, in place of --seeds
          --gossip-relay --no-gossip-relay  a flag both ways
          --nemesis 'none;partition,kill'   here values have commas, so that
          --latency-map 'near.map;far.map'  semicolons separate them
          --fault 'none;kill n12 at 5s'     without a fault, and with it

        Each --fault is a list of its own, and two of them are combined. What has no meaning in a \
        combination, such as a gossip interval without gossip, is left out of it. All combinations \
        run with the same seeds. A table of means with their 95 % intervals, a chart of messages \
        per operation against latency, and the best combinations are printed at the end.

        With --output, a run becomes a line of that file when it and those before it are \
        finished. Ctrl-C ends the \
        sweep with a summary of what there is, and a second one without. The same command goes \
        on where it ended: a run in the file is not run again. A run that differs in anything, or \
        is from another version, has no place there. A line of JSON is what 'gossip-lab run \
        --format ndjson' prints, scenario and results; in a table, an empty cell is an option that \
        has no meaning for the run, or a figure of which there was nothing to measure.

        --list-jobs is for many machines: the lines that its commands print are those of the file.

        Examples:

          gossip-lab sweep --topology grid,heap,tree4 \\
              --batch-interval 0ms..500ms/50ms --seeds 20 --svg trade-off.svg
          gossip-lab sweep --gossip-mode push --gossip-interval 200ms,1s,5s \\
              --fault 'none;kill n12 at 5s' --output repair.csv
          gossip-lab sweep --topology grid,heap --list-jobs \\
              | parallel --keep-order > runs.ndjson

        Exit status: 0 when all is run, valid or not, for that is a result; 2 when an option or a \
        file is wrong or a disk is full; 70 when the program failed; 130 after Ctrl-C.
        """
}
