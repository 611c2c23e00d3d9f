/** Measures, not tests: {@code mvn -Pbenchmark test}. BENCHMARKS.md has the figures. */
package sulan.benchmark;
