package sulan.tag;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters that may abbreviate words. They fit if each word gives one or more of its first letters, in order: SFT, NeRF (Neural
 * Radiance Fields), LoRA (Low-Rank Adaptation), T2I (text-to-image), VAE (variational autoencoder). Small words and the later
 * parts of a hyphenated word may give none: RLHF (reinforcement learning from human feedback), CLIP (contrastive language-image
 * pre-training).
 */
final class Acronym {

    private static final int LONGEST = 12;
    private static final Pattern LETTERS = Pattern.compile("[a-z0-9](?:[-/.]?[a-z0-9]){1," + (LONGEST - 1) + "}");
    private static final Pattern PART = Pattern.compile("(-?)([a-z0-9]+)");
    private static final Pattern COMPOUND = Pattern.compile("(auto|multi|hyper|super|pre|meta|cross)([a-z]{3,})");
    private static final Set<String> SMALL = Set.of("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or",
            "the", "to", "via", "with");

    /** Lower-case letters and digits; empty if the text is no acronym. */
    private final String letters;

    private Acronym(String letters) {
        this.letters = letters;
    }

    /** @param text normalised, in lower case */
    static Acronym of(CharSequence text) {
        String stripped = text.toString().strip();
        return new Acronym(LETTERS.matcher(stripped).matches() ? stripped.replaceAll("[-/.]", "") : "");
    }

    /** Whether a word, such as {@code of}, need not give a letter. */
    static boolean isSmall(String word) {
        return SMALL.contains(word);
    }

    /** Whether the letters, with or without the s of a plural, fit all the words. */
    boolean fits(CharSequence words) {
        return fittingLetters(words) != null;
    }

    /** The letters without the s of a plural, if they fit all the words; else {@code null}. */
    String fittingLetters(CharSequence words) {
        List<Part> parts = parts(words);
        return parts.size() > LONGEST ? null : fitting(parts);
    }

    /** Whether the letters fit two or more of the last words. */
    boolean fitsEndOf(CharSequence words) {
        List<Part> parts = parts(words);
        for (int from = Math.max(0, parts.size() - LONGEST); from < parts.size() - 1; from++) {
            if (!parts.get(from).optional && fitting(parts.subList(from, parts.size())) != null) {
                return true;
            }
        }
        return false;
    }

    private String fitting(List<Part> parts) {
        if (letters.length() < 2 || parts.size() < 2) {
            return null;
        }
        if (fit(letters, parts)) {
            return letters;
        }
        String singular = letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : "";
        return singular.length() >= 2 && fit(singular, parts) ? singular : null;
    }

    /** Follows, part by part, how many of the letters may have been used up. */
    private static boolean fit(String letters, List<Part> parts) {
        BitSet used = new BitSet();
        used.set(0);
        for (Part part : parts) {
            BitSet next = new BitSet();
            for (int at = used.nextSetBit(0); at >= 0; at = used.nextSetBit(at + 1)) {
                part.advance(letters, at, next);
            }
            used = next;
        }
        return used.get(letters.length());
    }

    private static List<Part> parts(CharSequence words) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(words);
        while (matcher.find()) {
            String word = matcher.group(2);
            boolean optional = SMALL.contains(word) || !matcher.group(1).isEmpty() && !parts.isEmpty();
            Matcher compound = COMPOUND.matcher(word);
            if (compound.matches()) {
                parts.add(new Part(compound.group(1), optional));
                parts.add(new Part(compound.group(2), true));
            } else {
                parts.add(new Part(word, optional));
            }
        }
        return parts;
    }

    private record Part(String word, boolean optional) {

        void advance(String letters, int at, BitSet next) {
            if (optional) {
                next.set(at);
            }
            for (int n = 0; n < word.length() && at + n < letters.length() && letters.charAt(at + n) == word.charAt(n); n++) {
                next.set(at + n + 1);
            }
            if (at < letters.length() && isSound(letters.charAt(at))) {
                next.set(at + 1);
            }
        }

        /** Letters that stand for the sound of a word: T2I, XAI. */
        private boolean isSound(char letter) {
            return letter == '2' && word.equals("to") || letter == '4' && word.equals("for")
                    || letter == 'x' && word.startsWith("ex");
        }
    }
}
