package sulan.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/** The table of figures. It is kept in a file, because each benchmark has class loaders of its own. */
final class Report {

    private static final Path FILE = Path.of("target/benchmarks.md");

    private Report() {
    }

    /** How many digests are read or imported, one after the other. */
    static final int[] SIZES = { 100, 1_000, 10_000 };
    /** Few, so that 10,000 digests take minutes and not an hour. */
    static final int PAPERS = 10;

    /** A job to be measured. */
    interface Job {
        void run() throws IOException;
    }

    /**
     * How long a job took.
     *
     * @param seconds by the clock
     * @param cpuSeconds of all threads of this process, the compiler's and collector's among them; not of a database server
     */
    record Time(double seconds, double cpuSeconds) {

        static Time of(Job job) throws IOException {
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            job.run();
            return new Time((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
        }
    }

    /** Adds the figures of one measurement, as the sizes say, and prints the table as it stands. */
    static void add(String what, Time[] times) throws IOException {
        if (Files.notExists(FILE)) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE,
                    """
                            %s, %d processors, %s %s (%s)

                            | | digests | papers | seconds | CPU seconds of the portal | digests a second | papers a second | rate, as a share of that at 1,000 |
                            |---|--:|--:|--:|--:|--:|--:|--:|
                            """
                            .formatted(System.getProperty("os.name"), Runtime.getRuntime().availableProcessors(),
                                    System.getProperty("java.vm.name"), System.getProperty("java.version"),
                                    System.getProperty("java.vendor")));
        }
        double rateAt1000 = SIZES[1] / times[1].seconds;
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < SIZES.length; i++) {
            double rate = SIZES[i] / times[i].seconds;
            rows.append(String.format(Locale.ROOT, "| %s | %,d | %,d | %.1f | %.1f | %.1f | %,.0f | %.2f |%n", what, SIZES[i],
                    SIZES[i] * PAPERS, times[i].seconds, times[i].cpuSeconds, rate, rate * PAPERS, rate / rateAt1000));
        }
        Files.writeString(FILE, rows, StandardOpenOption.APPEND);
        System.out.println(Files.readString(FILE));
    }
}
