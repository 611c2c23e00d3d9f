package sulan.tag;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs of folded forms of several words that differ by a letter or two, or only in how the words are joined. Forms meet if
 * they are the same once a letter is left out of each; what meets is then compared in full.
 */
final class SimilarSpellings {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 80;
    /** Two letters are a slip only in long spellings. */
    private static final int LONG = 16;
    private static final int SHORTEST_WORD = 4;
    /** A key that more forms share is that of machine-made names. */
    private static final int MOST_SHARING_A_KEY = 50;
    private static final int INDEX_BITS = 24;
    private static final double SAME_LETTERS = 0.9;
    private static final double SLIP = 0.8;

    private final List<String> forms;

    SimilarSpellings(List<String> forms) {
        if (forms.size() >= 1 << INDEX_BITS) {
            throw new IllegalArgumentException("more than " + (1 << INDEX_BITS) + " spellings");
        }
        this.forms = forms;
    }

    /** Receives the indices of two similar forms, the smaller first, and how alike they are, above 0 and below 1. */
    interface Receiver {
        void similar(int one, int other, double score);
    }

    void forEach(Receiver receiver) {
        long[] keys = keys();
        Set<Long> seen = new HashSet<>();
        for (int from = 0, to; from < keys.length; from = to) {
            to = from + 1;
            while (to < keys.length && keys[to] >>> INDEX_BITS == keys[from] >>> INDEX_BITS) {
                to++;
            }
            if (to - from <= MOST_SHARING_A_KEY) {
                compareAll(keys, from, to, seen, receiver);
            }
        }
    }

    /**
     * For each form the hash of its letters and those with one letter left out, with the form's index in the low bits; sorted.
     * Numbers instead of strings, because there are millions.
     */
    private long[] keys() {
        long[] keys = new long[forms.stream().mapToInt(form -> isCompared(form) ? letters(form).length() + 1 : 0).sum()];
        int n = 0;
        for (int index = 0; index < forms.size(); index++) {
            String form = forms.get(index);
            if (!isCompared(form)) {
                continue;
            }
            String letters = letters(form);
            for (int left = 0; left <= letters.length(); left++) {
                keys[n++] = hash(letters, left) << INDEX_BITS | index;
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    private static boolean isCompared(String form) {
        return form.indexOf('-') >= 0 && form.length() >= SHORTEST && form.length() <= LONGEST && !Vocabulary.isChinese(form);
    }

    private static String letters(String form) {
        return form.replace("-", "");
    }

    /** FNV-1a, mixed once more since its high bits are what is kept. */
    private static long hash(String letters, int leftOut) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < letters.length(); i++) {
            if (i != leftOut) {
                hash = (hash ^ letters.charAt(i)) * 0x100000001b3L;
            }
        }
        hash ^= hash >>> 29;
        return hash * 0xbf58476d1ce4e5b9L >>> INDEX_BITS;
    }

    private void compareAll(long[] keys, int from, int to, Set<Long> seen, Receiver receiver) {
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                int one = (int) (keys[i] & (1L << INDEX_BITS) - 1);
                int other = (int) (keys[j] & (1L << INDEX_BITS) - 1);
                // sorted by index within a key
                if (one != other && seen.add((long) one << INDEX_BITS | other)) {
                    double score = score(forms.get(one), forms.get(other));
                    if (score > 0) {
                        receiver.similar(one, other, score);
                    }
                }
            }
        }
    }

    /** How alike two forms are; 0 if they are not, or if what differs makes them opposites or numbers of a series. */
    static double score(String one, String other) {
        String letters = letters(one);
        String otherLetters = letters(other);
        if (letters.equals(otherLetters)) {
            return SAME_LETTERS;
        }
        if (!digits(letters).equals(digits(otherLetters))) {
            return 0;
        }
        int allowed = Math.min(letters.length(), otherLetters.length()) >= LONG ? 2 : 1;
        String[] words = one.split("-");
        String[] otherWords = other.split("-");
        if (words.length == otherWords.length) {
            return scoreOfWords(words, otherWords, allowed, letters.length());
        }
        int distance = distance(letters, otherLetters);
        return distance == 1 && letters.regionMatches(0, otherLetters, 0, 3) ? SLIP * (1 - 1.0 / letters.length()) : 0;
    }

    /**
     * Only one word may differ, and not at its beginning: supervised and unsupervised, explicit and implicit, encoder and
     * decoder are a letter or two apart too.
     */
    private static double scoreOfWords(String[] words, String[] others, int allowed, int length) {
        int at = -1;
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(others[i])) {
                if (at >= 0) {
                    return 0;
                }
                at = i;
            }
        }
        String word = words[at];
        String other = others[at];
        if (Math.min(word.length(), other.length()) < SHORTEST_WORD || !word.regionMatches(0, other, 0, 2)
                || word.startsWith("intra") != other.startsWith("intra")) {
            return 0;
        }
        int distance = distance(word, other);
        return distance <= allowed ? SLIP * (1 - (double) distance / length) / distance : 0;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /** Letters to put in, leave out or exchange, where two neighbours that changed places count once. */
    private static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int exchange = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + exchange);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }
}
