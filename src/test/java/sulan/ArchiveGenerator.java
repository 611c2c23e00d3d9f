package sulan;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.digest.DigestWriter;
import sulan.digest.Keyword;
import sulan.digest.Overview;
import sulan.digest.Ratings;
import sulan.digest.Reasons;

/**
 * Makes archives of any size in the distributions of the real ones: a folder of digests and, if wanted, one of answers of
 * Hugging Face, so that an archive gets in as real ones do ({@code sulan.digests}, {@code sulan.huggingface.dumps}). One seed
 * makes the same bytes each time. All archives end on {@link #LAST}, so a smaller one is the end of a larger one; a million
 * papers go back into the 19th century. {@link DigestGenerator} is for small archives in all forms that a digest can have.
 *
 * <p>
 * The figures were measured on 5 digests (56 papers, September 2023) and 37 saved answers (884 papers, May 2024 to June 2026).
 * Chosen, not measured: one paper in twenty is without ratings (no digest has one), and one weekend day in twenty has a list
 * (one digest is of a Sunday, no answer is of a weekend).
 */
public final class ArchiveGenerator {

    /** The newest day, a Wednesday. */
    public static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    // ---- days: numbers of entries of an answer -----------------------------------------------------------------------
    static final int LEAST_A_DAY = 5;
    static final int MOST_A_DAY = 60;
    private static final Quantiles PAPERS_A_DAY = new Quantiles(new double[] { 0, .1, .25, .5, .75, .9, .97, 1 },
            new double[] { 6, 12, 14, 22, 31, 35, 50, 60 });
    /** Monday to Friday, as a share of the mean. */
    private static final double[] WEEKDAYS = { .81, 1.3, .86, .93, 1.08 };
    private static final double WEEKEND = .6;
    private static final int WEEKENDS_WITHOUT = 20;
    /** One entry in so many has been listed before. */
    private static final int LISTED_AGAIN = 885;

    // ---- keywords ----------------------------------------------------------------------------------------------------
    /**
     * How often a keyword is used falls with its rank to this power: so it does from rank 10 to 1,700 of the 65,888 mentions of
     * all history (the counts of the commonest spellings).
     */
    private static final double HEAD = .7;
    /** From this rank on it falls faster, or else there would be no end of new ones. */
    private static final int TAIL_BEGINS = 50_000;
    private static final double TAIL = 1.2;
    /**
     * Chosen with the two above so that 8,127 mentions have 7,100 spellings (real: 6,398), of which 93 % are used once (90 %),
     * and 65,888 have 46,000 (43,638).
     */
    private static final int NAMES = 1_000_000;
    private static final int KEYWORDS_OF_OVERVIEW = 5;
    private static final double WITHOUT_CHINESE = 16 / 280.;
    private static final double WITH_LISTED_KEYWORDS = 798 / 884.;
    private static final Quantiles LISTED_KEYWORDS = new Quantiles(new double[] { 0, .01, .1, .25, .5, .75, .9, .95, .99, 1 },
            new double[] { 1, 5, 7, 8, 10, 11, 14, 16, 21, 30 });

    // ---- ratings: practicality, novelty, recommendation in tenths, and how many of 56 papers had them -----------------
    private static final int[][] RATINGS = { { 45, 50, 45, 6 }, { 40, 45, 40, 6 }, { 40, 50, 40, 5 }, { 50, 50, 50, 5 },
            { 45, 50, 50, 4 }, { 45, 40, 45, 4 }, { 50, 40, 50, 3 }, { 45, 40, 40, 3 }, { 45, 48, 47, 3 }, { 40, 50, 45, 3 },
            { 40, 40, 40, 3 }, { 50, 45, 50, 2 }, { 40, 50, 50, 2 }, { 45, 50, 47, 2 }, { 45, 45, 50, 1 }, { 50, 50, 45, 1 },
            { 50, 50, 40, 1 }, { 50, 40, 45, 1 }, { 46, 48, 47, 1 } };
    private static final int RATED = 56;
    private static final int UNRATED = 20;
    private static final double WITH_REASONS = 39 / 56.;
    private static final double WITH_COMMENT = 16 / 56.;
    private static final double TRUNCATED = 8 / 56.;

    // ---- lengths in characters ---------------------------------------------------------------------------------------
    private static final double[] EIGHT = { 0, .05, .1, .25, .5, .75, .9, .95, 1 };
    private static final Quantiles MAIN_WORK = new Quantiles(EIGHT,
            new double[] { 76, 105, 121, 159, 187, 219, 250, 285, 335 });
    private static final Quantiles HIGHLIGHTS = new Quantiles(EIGHT,
            new double[] { 88, 97, 111, 123, 141, 163, 195, 209, 223 });
    private static final Quantiles REASON = new Quantiles(EIGHT, new double[] { 23, 28, 31, 37, 45, 59, 69, 75, 82 });
    private static final Quantiles COMMENT = new Quantiles(EIGHT, new double[] { 60, 60, 69, 91, 108, 131, 186, 203, 203 });
    private static final Quantiles TITLE = new Quantiles(EIGHT, new double[] { 15, 41, 49, 62, 76, 89, 101, 110, 143 });
    private static final Quantiles ABSTRACT = new Quantiles(EIGHT,
            new double[] { 581, 955, 1029, 1196, 1368, 1572, 1742, 1837, 1922 });
    private static final Quantiles SUMMARY = new Quantiles(EIGHT, new double[] { 133, 159, 169, 185, 207, 231, 256, 272, 309 });
    /** Of 56 highlights, so many are prose; the others are lists of 2 to 4 items. */
    private static final int PROSE = 34;
    private static final int[] ITEMS = { 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4 };

    // ---- what lists have besides -------------------------------------------------------------------------------------
    private static final double[] TEN = { 0, .05, .1, .25, .5, .75, .9, .95, .99, 1 };
    private static final Quantiles AUTHORS = new Quantiles(TEN, new double[] { 1, 3, 3, 5, 7, 11, 16, 24, 75, 438 });
    private static final Quantiles UPVOTES = new Quantiles(TEN, new double[] { 0, 0, 1, 2, 6, 14, 28, 42, 100, 183 });
    private static final Quantiles COMMENTS = new Quantiles(TEN, new double[] { 0, 0, 0, 1, 1, 1, 2, 2, 4, 6 });
    private static final Quantiles STARS = new Quantiles(TEN, new double[] { 0, 0, 0, 1, 5, 16, 70, 521, 6317, 79408 });
    private static final Quantiles DAYS_AFTER_ARXIV = new Quantiles(TEN, new double[] { 1, 1, 1, 1, 2, 3, 6, 8, 12, 14 });
    private static final double WITH_SUMMARY = 762 / 884.;
    private static final double WITH_ORGANISATION = 383 / 884.;
    private static final double WITH_CODE = 384 / 884.;
    private static final double WITH_STARS = 356 / 384.;
    private static final double WITH_PROJECT = 271 / 884.;
    private static final double WITH_MEDIA = 114 / 884.;
    /** The reader of lists takes no moment before 1990 for one. */
    private static final int FIRST_MOMENTS = 1992;
    /** After so many years, dates fall on the same weekdays. */
    private static final int SAME_WEEKDAYS = 28;

    // ---- ids: year and month of the day, and a number that day and century have for themselves ------------------------
    private static final int NUMBERS_A_CENTURY = 30_000;
    private static final int NUMBERS_A_DAY = 900;
    private static final int NUMBERS_A_PAPER = 15;

    private final double[] frequencies = new double[NAMES];
    private final DigestWriter writer = new DigestWriter();
    private final long seed;
    private final int papers;
    private final LocalDate first;
    private final int onFirst;

    /**
     * @param seed decides everything but the number
     * @param papers how many different papers there are, at least 1
     */
    public ArchiveGenerator(long seed, int papers) {
        this.seed = seed;
        this.papers = papers;
        double sum = 0;
        for (int rank = 1; rank <= NAMES; rank++) {
            sum += rank <= TAIL_BEGINS ? Math.pow(rank, -HEAD)
                    : Math.pow(TAIL_BEGINS, -HEAD) * Math.pow((double) rank / TAIL_BEGINS, -TAIL);
            frequencies[rank - 1] = sum;
        }
        LocalDate day = LAST;
        int left = papers - countOf(day);
        while (left > 0) {
            day = day.minusDays(1);
            left -= countOf(day);
        }
        first = day;
        onFirst = countOf(day) + left;
    }

    /** {@code --papers N --seed S --into FOLDER [--lists]}: writes FOLDER/digests and, with lists, FOLDER/lists. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = Arrays.asList(arguments);
        if (!given.contains("--papers") || !given.contains("--into")) {
            System.err.println("--papers N --into FOLDER [--seed S] [--lists]");
            System.exit(2);
        }
        int papers = Integer.parseInt(given.get(given.indexOf("--papers") + 1));
        long seed = given.contains("--seed") ? Long.parseLong(given.get(given.indexOf("--seed") + 1)) : 1;
        Path into = Path.of(given.get(given.indexOf("--into") + 1));
        long start = System.nanoTime();
        int editions = new ArchiveGenerator(seed, papers).write(into, given.contains("--lists"));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%d papers in %d editions, %.1f s, %.0f papers/s%n", papers, editions, seconds,
                papers / seconds);
    }

    /**
     * Writes everything, day by day, in a folder for each year.
     *
     * @param lists whether answers of Hugging Face are written as well
     * @return how many editions there are
     */
    public int write(Path into, boolean lists) throws IOException {
        int editions = 0;
        for (LocalDate day = first; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (count(day) == 0) {
                continue;
            }
            editions++;
            List<GeneratedPaper> listed = listed(day);
            Digest digest = digest(day, listed);
            write(into.resolve("digests"), day, digest.name() + ".md", writer.write(digest));
            if (lists) {
                write(into.resolve("lists"), day, day + ".json", list(day, listed));
            }
        }
        return editions;
    }

    private static void write(Path folder, LocalDate day, String name, String text) throws IOException {
        Path year = folder.resolve(String.valueOf(day.getYear()));
        Files.createDirectories(year);
        Files.writeString(year.resolve(name), text);
    }

    /** The oldest day. */
    public LocalDate first() {
        return first;
    }

    /** The digest of a day that has one. */
    public Digest digest(LocalDate day) {
        return digest(day, listed(day));
    }

    /** How many papers are listed on a day for the first time; 0 if it has no list. */
    int count(LocalDate day) {
        return day.isBefore(first) || day.isAfter(LAST) ? 0 : day.equals(first) ? onFirst : countOf(day);
    }

    /** The same without regard to where the archive begins. */
    private int countOf(LocalDate day) {
        SplittableRandom random = random(day, 0);
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        if (weekend && random.nextInt(WEEKENDS_WITHOUT) > 0) {
            return 0;
        }
        double factor = weekend ? WEEKEND : WEEKDAYS[day.getDayOfWeek().ordinal()];
        return Math.max(LEAST_A_DAY, Math.min(MOST_A_DAY, (int) Math.round(PAPERS_A_DAY.draw(random) * factor)));
    }

    private List<GeneratedPaper> listed(LocalDate day) {
        SplittableRandom random = random(day, -1);
        List<GeneratedPaper> listed = new ArrayList<>();
        for (int number = 1; number <= count(day); number++) {
            LocalDate before = day.minusDays(1 + random.nextInt(7));
            if (random.nextInt(LISTED_AGAIN) == 0 && listed.size() < MOST_A_DAY - 1 && count(before) > 0) {
                GeneratedPaper again = paper(before, 1 + random.nextInt(count(before)));
                if (listed.stream().noneMatch(paper -> paper.id.equals(again.id))) {
                    listed.add(again);
                }
            }
            listed.add(paper(day, number));
        }
        return listed;
    }

    private GeneratedPaper paper(LocalDate day, int number) {
        SplittableRandom random = random(day, number);
        int[] ranks = ranks(random, KEYWORDS_OF_OVERVIEW, new int[0]);
        String[] english = new String[ranks.length];
        String[] chinese = new String[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            KeywordNames.Name keyword = KeywordNames.of(ranks[i]);
            english[i] = keyword.lower();
            chinese[i] = keyword.zh();
        }
        MadeUpText text = new MadeUpText(random, day.toEpochDay() * 100 + number + (1L << 23), english, chinese);
        return new GeneratedPaper(day, id(day, number), text.title(TITLE.round(random)), ranks, text, random);
    }

    private static String id(LocalDate day, int number) {
        return "%02d%02d.%05d".formatted(day.getYear() % 100, day.getMonthValue(),
                (20 - day.getYear() / 100) * NUMBERS_A_CENTURY + day.getDayOfMonth() * NUMBERS_A_DAY
                        + number * NUMBERS_A_PAPER);
    }

    private SplittableRandom random(LocalDate day, int number) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + day.toEpochDay() * 1000 + number);
    }

    /** Different ranks, beginning with the given ones. */
    private int[] ranks(SplittableRandom random, int count, int[] given) {
        int[] ranks = Arrays.copyOf(given, count);
        for (int i = given.length; i < count; i++) {
            int rank;
            do {
                rank = rank(random);
            } while (contains(ranks, i, rank));
            ranks[i] = rank;
        }
        return ranks;
    }

    private int rank(SplittableRandom random) {
        int found = Arrays.binarySearch(frequencies, random.nextDouble() * frequencies[NAMES - 1]);
        return Math.min(NAMES - 1, found < 0 ? -found - 1 : found);
    }

    private static boolean contains(int[] ranks, int count, int rank) {
        for (int i = 0; i < count; i++) {
            if (ranks[i] == rank) {
                return true;
            }
        }
        return false;
    }

    // ---- digests -----------------------------------------------------------------------------------------------------

    private static Digest digest(LocalDate day, List<GeneratedPaper> listed) {
        List<DigestPaper> papers = new ArrayList<>();
        for (GeneratedPaper paper : listed) {
            papers.add(new DigestPaper(papers.size() + 1, paper.title, paper.id, paper.overview()));
        }
        return new Digest(day, papers.size(), "https://huggingface.co/papers?date=" + day, "本文由程序编造，只用于测量。", papers, null);
    }

    /** A paper, and what its texts are drawn from. What is asked for first, the overview or the entry, makes no difference. */
    private final class GeneratedPaper {

        private final LocalDate day;
        private final String id;
        private final String title;
        private final int[] ranks;
        private final MadeUpText text;
        private final SplittableRandom random;
        private final SplittableRandom ofEntry;
        private Overview overview;

        GeneratedPaper(LocalDate day, String id, String title, int[] ranks, MadeUpText text, SplittableRandom random) {
            this.day = day;
            this.id = id;
            this.title = title;
            this.ranks = ranks;
            this.text = text;
            this.random = random;
            this.ofEntry = random.split();
        }

        Overview overview() {
            if (overview == null) {
                overview = written();
            }
            return overview;
        }

        private Overview written() {
            String mainWork = text.chinese(MAIN_WORK.round(random));
            String highlights = highlights();
            List<Keyword> keywords = new ArrayList<>();
            for (int rank : ranks) {
                keywords.add(keyword(rank));
            }
            if (random.nextInt(UNRATED) == 0) {
                return new Overview(mainWork, highlights, keywords, Ratings.NONE, Reasons.NONE, null, null, false);
            }
            Ratings ratings = ratings();
            double kind = random.nextDouble();
            boolean truncated = random.nextDouble() < TRUNCATED;
            if (kind < WITH_REASONS) {
                Reasons reasons = new Reasons(text.chinese(REASON.round(random)), text.chinese(REASON.round(random)),
                        cut(text.chinese(REASON.round(random)), truncated));
                return new Overview(mainWork, highlights, keywords, ratings, reasons, null, null, truncated);
            }
            String comment = kind < WITH_REASONS + WITH_COMMENT ? cut(text.chinese(COMMENT.round(random)), truncated) : null;
            return new Overview(mainWork, highlights, keywords, ratings, Reasons.NONE, comment, null,
                    truncated && comment != null);
        }

        private String highlights() {
            int length = HIGHLIGHTS.round(random);
            if (random.nextInt(RATED) < PROSE) {
                return text.chinese(length);
            }
            int items = ITEMS[random.nextInt(ITEMS.length)];
            StringBuilder list = new StringBuilder();
            for (int i = 0; i < items; i++) {
                list.append(i == 0 ? "- " : "\n- ").append(text.chinese(length / items));
            }
            return list.toString();
        }

        /** Half of them as in a sentence, some in title case or lower case, some in the plural: all lead to one tag. */
        private Keyword keyword(int rank) {
            KeywordNames.Name name = KeywordNames.of(rank);
            int form = random.nextInt(10);
            String lower = name.lower();
            String en = form < 5 ? MadeUpText.capitalised(lower) : form < 8 ? name.en() : lower;
            en += random.nextInt(8) == 0 && !en.endsWith("y") && !en.endsWith("s") ? "s" : "";
            return new Keyword(en, random.nextDouble() < WITHOUT_CHINESE ? null : name.zh());
        }

        private Ratings ratings() {
            int at = random.nextInt(RATED);
            int row = 0;
            while (at >= RATINGS[row][3]) {
                at -= RATINGS[row][3];
                row++;
            }
            return new Ratings(BigDecimal.valueOf(RATINGS[row][0], 1), BigDecimal.valueOf(RATINGS[row][1], 1),
                    BigDecimal.valueOf(RATINGS[row][2], 1));
        }

        private static String cut(String text, boolean truncated) {
            return truncated ? text.substring(0, text.length() - 8).strip() : text;
        }

        // ---- entries of lists ----------------------------------------------------------------------------------------

        /** In the wire format, with the fields of early 2026. */
        void entry(StringBuilder json, LocalDate listedOn) {
            SplittableRandom random = ofEntry.split();
            overview();
            String published = moment(day.minusDays(DAYS_AFTER_ARXIV.round(random)), random);
            String summary = text.english(ABSTRACT.round(random));
            boolean media = random.nextDouble() < WITH_MEDIA;
            String addressOfMedia = "[\"https://cdn-uploads.huggingface.co/production/uploads/" + hex(random) + "/" + id
                    + ".mp4\"]";
            String member = MadeUpText.word(random.nextInt(500), 3);
            json.append("{\"paper\":{\"id\":\"").append(id).append("\",\"authors\":[");
            int authors = Math.max(1, AUTHORS.round(random));
            for (int i = 0; i < authors; i++) {
                json.append(i == 0 ? "" : ",").append("{\"_id\":\"").append(hex(random)).append("\",\"name\":\"")
                        .append(author(random)).append("\",\"hidden\":false}");
            }
            json.append(']');
            if (media) {
                json.append(",\"mediaUrls\":").append(addressOfMedia);
            }
            field(json, "publishedAt", published);
            field(json, "submittedOnDailyAt", moment(listedOn, random));
            field(json, "title", title);
            json.append(",\"submittedOnDailyBy\":");
            member(json, member, random);
            field(json, "summary", summary);
            json.append(",\"upvotes\":").append(UPVOTES.round(random));
            field(json, "discussionId", hex(random));
            if (random.nextDouble() < WITH_PROJECT) {
                field(json, "projectPage", "https://" + member + ".github.io/" + id + "/");
            }
            if (random.nextDouble() < WITH_CODE) {
                field(json, "githubRepo", "https://github.com/" + member + "/" + id);
                if (random.nextDouble() < WITH_STARS) {
                    json.append(",\"githubStars\":").append(STARS.round(random));
                }
            }
            if (random.nextDouble() < WITH_SUMMARY) {
                field(json, "ai_summary", text.english(SUMMARY.round(random)));
            }
            keywords(json, random);
            json.append('}');
            field(json, "publishedAt", published);
            field(json, "title", title);
            field(json, "summary", summary);
            if (media) {
                json.append(",\"mediaUrls\":").append(addressOfMedia);
            }
            field(json, "thumbnail", "https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/" + id + ".png");
            json.append(",\"numComments\":").append(COMMENTS.round(random)).append(",\"submittedBy\":");
            member(json, member, random);
            if (random.nextDouble() < WITH_ORGANISATION) {
                String organisation = MadeUpText.word((long) (Math.pow(random.nextDouble(), 3) * 2000), 2);
                json.append(",\"organization\":{\"_id\":\"").append(hex(random)).append('"');
                field(json, "name", organisation);
                field(json, "fullname", MadeUpText.capitalised(organisation) + " Research");
                json.append('}');
            }
            json.append(",\"isAuthorParticipating\":false}");
        }

        private void keywords(StringBuilder json, SplittableRandom random) {
            if (random.nextDouble() >= WITH_LISTED_KEYWORDS) {
                return;
            }
            int count = LISTED_KEYWORDS.round(random);
            json.append(",\"ai_keywords\":[");
            // two are those of the overview, which is about the same paper
            int[] listed = ranks(random, count, Arrays.copyOf(ranks, Math.min(2, count)));
            for (int i = 0; i < count; i++) {
                json.append(i == 0 ? "\"" : ",\"").append(KeywordNames.of(listed[i]).lower()).append('"');
            }
            json.append(']');
        }
    }

    private static String list(LocalDate day, List<GeneratedPaper> listed) {
        StringBuilder json = new StringBuilder(listed.size() * 6000).append('[');
        for (int i = 0; i < listed.size(); i++) {
            json.append(i == 0 ? "" : ",");
            listed.get(i).entry(json, day);
        }
        return json.append(']').toString();
    }

    /** No generated text has a sign that JSON escapes. */
    private static void field(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":\"").append(value).append('"');
    }

    private static void member(StringBuilder json, String name, SplittableRandom random) {
        json.append("{\"_id\":\"").append(hex(random)).append("\",\"avatarUrl\":\"/avatars/").append(name)
                .append(".svg\",\"isPro\":false");
        field(json, "fullname", MadeUpText.capitalised(name));
        field(json, "name", name);
        field(json, "user", name);
        json.append(",\"type\":\"user\"}");
    }

    private static String author(SplittableRandom random) {
        // a third of them have a frequent family name
        long family = random.nextInt(3) == 0 ? random.nextInt(30) : 30 + random.nextInt(800);
        return MadeUpText.capitalised(MadeUpText.word(random.nextInt(1000), 2)) + " "
                + MadeUpText.capitalised(MadeUpText.word(family, 2));
    }

    private static String moment(LocalDate day, SplittableRandom random) {
        LocalDate shown = day;
        while (shown.getYear() < FIRST_MOMENTS) {
            shown = shown.plusYears(SAME_WEEKDAYS);
        }
        return shown + "T" + LocalTime.ofSecondOfDay(1 + random.nextInt(86_000)).plusNanos(1_000_000L * random.nextInt(1, 999))
                + "Z";
    }

    private static String hex(SplittableRandom random) {
        String digits = Long.toHexString(random.nextLong() | Long.MIN_VALUE);
        return digits + digits.substring(0, 8);
    }

    /** A distribution by some of its quantiles; between them values are equally likely. */
    private record Quantiles(double[] shares, double[] values) {

        double draw(SplittableRandom random) {
            double share = random.nextDouble();
            int at = 1;
            while (at < shares.length - 1 && shares[at] < share) {
                at++;
            }
            double part = (share - shares[at - 1]) / (shares[at] - shares[at - 1]);
            return values[at - 1] + part * (values[at] - values[at - 1]);
        }

        int round(SplittableRandom random) {
            return (int) Math.round(draw(random));
        }
    }
}
