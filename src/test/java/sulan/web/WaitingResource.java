package sulan.web;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** An address whose answer takes as long as a test wants, for the tests of limits. */
@Path("/test/wait")
public class WaitingResource {

    private static final AtomicInteger WAITING = new AtomicInteger();
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    static void close() {
        gate = new CountDownLatch(1);
    }

    static void open() {
        gate.countDown();
    }

    static int waiting() {
        return WAITING.get();
    }

    @GET
    @Path("/{number}")
    @Produces(MediaType.TEXT_HTML)
    public String answer(String number) throws InterruptedException {
        WAITING.incrementAndGet();
        try {
            gate.await();
            return number;
        } finally {
            WAITING.decrementAndGet();
        }
    }
}
