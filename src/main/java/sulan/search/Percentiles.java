package sulan.search;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * How recommendations stand in the whole archive.
 *
 * @param revision of the index that they were counted in
 * @param total how many papers have a recommendation
 * @param atMost by recommendation in hundredths, how many papers have this one or a lower one
 */
record Percentiles(long revision, long total, TreeMap<Integer, Long> atMost) {

    /** @param counts the number of papers by recommendation in hundredths */
    static Percentiles of(long revision, Map<Integer, Integer> counts) {
        TreeMap<Integer, Long> atMost = new TreeMap<>();
        long sum = 0;
        for (Map.Entry<Integer, Integer> value : new TreeMap<>(counts).entrySet()) {
            sum += value.getValue();
            atMost.put(value.getKey(), sum);
        }
        return new Percentiles(revision, sum, atMost);
    }

    /** See {@link PaperHit#percentile}. */
    Integer of(BigDecimal recommendation) {
        if (recommendation == null || total == 0) {
            return null;
        }
        Map.Entry<Integer, Long> below = atMost.floorEntry(PaperDocument.hundredths(recommendation));
        return below == null ? 0 : (int) (100 * below.getValue() / total);
    }
}
