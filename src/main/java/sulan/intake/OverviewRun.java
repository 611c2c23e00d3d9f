package sulan.intake;

import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import sulan.archive.Failure.Level;

/** Writes the overviews of one run, several at the same time, until all are written or something ends it. */
final class OverviewRun {

    /** So many papers in a row without an answer: not the papers are the cause, and their attempts are not to be wasted. */
    private static final int MOST_SILENCES = 5;

    private final OpenRun run;
    private final PaperWriting writing;
    private final BooleanSupplier stopping;
    private final Clock clock;
    /** Papers in a row without an answer; about right is right enough. */
    private final AtomicInteger silences = new AtomicInteger();
    private final AtomicReference<WritingStopped> stopped = new AtomicReference<>();

    /** @param stopping whether the portal stops */
    OverviewRun(OpenRun run, PaperWriting writing, BooleanSupplier stopping, Clock clock) {
        this.run = run;
        this.writing = writing;
        this.stopping = stopping;
        this.clock = clock;
    }

    /**
     * Writes them in about this order; calls that go on are waited for, whatever ends the run.
     *
     * @throws WritingStopped if no more are to be written for now; of several reasons, the first
     */
    void write(List<String> paperIds, int parallel) throws WritingStopped {
        Queue<String> left = new ConcurrentLinkedQueue<>(paperIds);
        int workers = Math.max(1, Math.min(parallel, paperIds.size()));
        ExecutorService pool = Executors.newFixedThreadPool(workers, task -> new Thread(task, "overviews"));
        try {
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> work(left), pool)).limit(workers)
                    .toArray(CompletableFuture[]::new)).join();
        } finally {
            pool.shutdown();
        }
        if (stopped.get() != null) {
            throw stopped.get();
        }
    }

    /** Whether nothing more is to be begun. */
    boolean isOver() {
        return stopped.get() != null || run.isCancelled() || stopping.getAsBoolean();
    }

    private void work(Queue<String> left) {
        while (!isOver()) {
            String paperId = left.poll();
            if (paperId == null) {
                return;
            }
            try {
                silences.set(writing.write(run, paperId) ? 0 : silences.get() + 1);
                if (silences.get() >= MOST_SILENCES) {
                    throw silence();
                }
            } catch (WritingStopped e) {
                stopped.compareAndSet(null, e);
            }
        }
    }

    private WritingStopped silence() {
        return new WritingStopped(Level.ERROR, clock.instant().plus(GrowingPause.after(1)),
                "语言模型连续 " + MOST_SILENCES + " 次没有回答，暂停撰写，稍后自动继续；请检查 OPENAI_BASE_URL 和网络。", null);
    }
}
