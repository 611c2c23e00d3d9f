package sulan.source.llm;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Ends calls that take too long. The timeout of the HTTP client ends with the head of the answer: an endpoint that falls silent
 * within the body would be waited for without end.
 */
final class Deadline implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(call -> {
        Thread thread = new Thread(call, "language-model");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What the call returns, or the exception it throws; if it takes longer than the timeout, or if the caller is interrupted,
     * one whose cause is a {@link TimeoutException} or an {@link InterruptedException}.
     */
    <T> T within(Duration timeout, Supplier<T> call) {
        Future<T> result = threads.submit(call::get);
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            result.cancel(true);
            throw new IllegalStateException("The call was given up", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
