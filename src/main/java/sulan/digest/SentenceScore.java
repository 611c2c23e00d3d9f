package sulan.digest;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A score that stands at the end of the sentence that is its reason, where no label with a colon announces it.
 *
 * @param criterion what it rates; {@code null} if the sentence does not say, because a label before it does
 * @param from where the words that name or give it begin in the line
 * @param cut where the reason ends in the line; what follows is the score and what sets it off
 */
record SentenceScore(Criterion criterion, Score score, int from, int cut) {

    private static final int LONGEST = 40;
    /** Set off by the end of a sentence, a comma or a bracket; a number within the sentence is none. */
    private static final Pattern TRAILING = Pattern.compile("(?:(?<=[。；;！!？?])|(?<=\\.)(?=\\s)|[，,、]|(?=[（(]))\\s*(?:[（(]\\s*)?"
            + "(?:(?:因此|所以|故而?|综合(?:来看)?|总体)?[，,]?\\s*(?:我(?:会|可以)?)?"
            + "(?:评分|打分|得分|分数|给出|给予|打出|给|打|得到|得|评)了?(?:为|是)?\\s*[:：]?\\s*)?"
            + "(?<![\\d.])(\\d(?:\\.\\d+)?(?:\\s*/\\s*\\d+(?:\\.0)?\\s*分?|\\s*分))\\s*[）)]?\\s*[。.！!]?\\s*$");
    private static final Pattern ABOUT = Pattern.compile(
            "(?:从|在|就|论|对于)?\\s*(实用性|创新性|推荐度|推荐程度)(?:的)?(?:角度|方面|层面|上)?(?:来看|来说|来讲|而言|上看|看|上)?\\s*[，,]");
    private static final Pattern GIVEN = Pattern.compile(
            "(?:给予|给出|给|打出|打|评为|得|获得|得到|评分为|评分是|分数为|分数是|打分为)了?\\s*(?=[\\d０-９★⭐])");
    private static final Pattern END = Pattern.compile("(?:的(?:评分|分数|高分|评价))?[\\s。.！!）)]*");

    /** 实用性：可以直接使用。（4.5/5）: after a label, set off from the reason. {@code null} if there is none. */
    static SentenceScore afterLabel(String line, int labelEnd, BigDecimal scale) {
        Matcher trailing = TRAILING.matcher(line).region(Math.max(labelEnd, line.length() - LONGEST), line.length());
        if (!trailing.useTransparentBounds(true).find()) {
            return null;
        }
        Score score = Score.at(line.substring(0, trailing.end(1)), trailing.start(1), scale);
        return score == null || score.value() == null || score.end() != trailing.end(1) ? null
                : new SentenceScore(null, score, trailing.start(1), trailing.start());
    }

    /** 从实用性来看，……，给予4分。: the sentence names the criterion, and all of it is the reason. {@code null} if it does not. */
    static SentenceScore ofSentence(String line, int start, BigDecimal scale) {
        Matcher about = ABOUT.matcher(line).region(start, line.length());
        if (!about.lookingAt()) {
            return null;
        }
        Score score = null;
        Matcher given = GIVEN.matcher(line).region(about.end(), line.length());
        while (given.find()) {
            score = Score.at(line, given.end(), scale);
        }
        if (score == null || !endsSentence(line, score.end())) {
            return null;
        }
        Criterion criterion = List.of(Criterion.values()).stream()
                .filter(each -> about.group(1).startsWith(each.label().substring(0, 2))).findFirst().orElseThrow();
        return new SentenceScore(criterion, score, about.start(1), line.length());
    }

    /** Whether nothing but the end of a sentence follows. */
    static boolean endsSentence(String line, int from) {
        return END.matcher(line).region(from, line.length()).matches();
    }
}
