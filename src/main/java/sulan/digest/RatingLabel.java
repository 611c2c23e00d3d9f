package sulan.digest;

import static sulan.digest.Criterion.NOVELTY;
import static sulan.digest.Criterion.PRACTICALITY;
import static sulan.digest.Criterion.RECOMMENDATION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a criterion (or of several) at the beginning of a line, with the score that it introduces.
 *
 * @param criteria what is rated
 * @param start where the label begins
 * @param score the score, or {@code null} if none follows on the line
 * @param reason whether the label says that a reason follows, as 推荐理由 does
 * @param end where label and score end
 */
record RatingLabel(List<Criterion> criteria, int start, Score score, boolean reason, int end) {

    private static final String PRACTICAL = "实用性|实用价值|实用度|实用程度|应用价值|practicality|practical value|practical|usefulness|utility";
    private static final String NOVEL = "创新性|创新度|创新程度|创新价值|新颖性|新颖度|原创性|novelty|innovativeness|innovation|originality";
    private static final String RECOMMENDED = "推荐度|推荐指数|推荐程度|推荐性|推荐值|推荐等级|推荐级别|推荐星级|推荐阅读度|推荐阅读指数|recommendation";
    private static final String SHORT = "实用|创新|推荐";
    private static final String ALL = "三项(?:评分|得分|分数)?|各项(?:评分|得分|分数)?|三个方面|三方面|三个维度|三者|以上三项";
    /** The characters with which a label can begin; almost no line does. */
    private static final String FIRST = "实应创新原推综总整最技方学本论文该三各以pniour";
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:(?:本文|论文|文章|该论文)的?)?(?:综合|总体|整体|最终|技术|方法|学术)?(?:(" + PRACTICAL + ")|(" + NOVEL + ")|(" + RECOMMENDED + ")|("
                    + SHORT + "))(?:的)?(评分|打分|得分|分数|评价|评估|指数|星级|等级|评级| ?rating| ?score)?(理由|原因|说明)?");
    private static final Pattern ALL_THREE = Pattern.compile("(?:" + ALL + ")(?=\\s*[均都皆为是:：])");
    private static final Pattern AND = Pattern.compile("\\s*(?:[、，,/&＆和与及]|以及|and)\\s*");
    private static final Pattern BRACKET = Pattern.compile("\\s*[（(\\[]([^（()）\\[\\]]{0,30})[）)\\]]");
    private static final Pattern CLOSING = Pattern.compile("[\\s】」』》”\"'’\\])）`*]*");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[:：=＝|→>]|--?|[–—]+|是|为|均为|均|都是|都|皆为)\\s*");
    private static final Pattern SCORE_WORDS = Pattern.compile(
            "(?:(?:综合)?(?:评分|打分|得分|分数|评级|星级)|(?i:score|rating)|我(?:们)?(?:会|可以)?[给打]|可以?[给打]|会[给打]|给予|给出|给|可得|达到|评为|可评|为|是|都|均|皆|各|打|得|了)\\s*[:：=]?\\s*");
    /** A grade in words before the score that says it exactly: 高（4.5/5）, 较高，4.5分. */
    private static final Pattern GRADE = Pattern.compile(
            "((?:非常|很|极其?|较为?|比较|相对|十分|特别|相当|中等?偏)?(?:高|好|强|低|弱|上|下|中等?|一般|适中|良好|优秀?|良|出色|突出|卓越|不错|显著|尚可|中上|偏[高低])"
                    + "|(?:强烈|非常|十分|特别|值得|比较|一般|谨慎)?推荐(?:阅读)?|值得一读|必读)\\s*([，,（(])\\s*");
    private static final Pattern SEVERALLY = Pattern.compile("[\\s:：]*(?:的)?(?:评分|打分|得分|分数)?\\s*分别(?:评分|打分|得分)?[为是给打得:：\\s]*");

    /** The labels with which a line begins, be it in brackets. */
    static List<RatingLabel> atStart(String line, int start, BigDecimal scale) {
        boolean bracketed = start < line.length() && "（(".indexOf(line.charAt(start)) >= 0;
        return at(line, bracketed ? start + 1 : start, scale);
    }

    /**
     * The labels at a place.
     *
     * @param scale the scale of scores that do not say it, or {@code null}
     * @return empty if there is no label
     */
    static List<RatingLabel> at(String line, int from, BigDecimal scale) {
        int to = line.length();
        if (from >= to || FIRST.indexOf(Character.toLowerCase(line.charAt(from))) < 0) {
            return List.of();
        }
        List<Criterion> criteria = new ArrayList<>();
        int at = from;
        boolean brief = false;
        boolean reason = false;
        boolean named = false;
        while (true) {
            Matcher name = NAME.matcher(line).region(at, to);
            if (!name.lookingAt()) {
                break;
            }
            Criterion criterion = name.group(1) != null ? PRACTICALITY
                    : name.group(2) != null ? NOVELTY
                            : name.group(3) != null ? RECOMMENDATION : ofShort(name.group(4));
            if (criteria.contains(criterion)) {
                return List.of();
            }
            criteria.add(criterion);
            brief |= name.group(4) != null && name.group(5) == null && name.group(6) == null;
            named = name.group(5) != null;
            reason = name.group(6) != null;
            at = name.end();
            Matcher and = AND.matcher(line).region(at, to);
            if (!and.lookingAt() || !NAME.matcher(line).region(and.end(), to).lookingAt()) {
                break;
            }
            at = and.end();
        }
        if (criteria.isEmpty()) {
            Matcher all = ALL_THREE.matcher(line).region(from, to);
            if (!all.lookingAt()) {
                return List.of();
            }
            criteria = List.of(Criterion.values());
            at = all.end();
        }
        if (criteria.size() > 1) {
            Matcher severally = SEVERALLY.matcher(line).region(at, to);
            if (severally.lookingAt()) {
                return several(line, from, severally.end(), criteria, scale);
            }
        }
        return one(line, from, at, criteria, scale, brief, reason, named);
    }

    private static Criterion ofShort(String name) {
        return name.equals("实用") ? PRACTICALITY : name.equals("创新") ? NOVELTY : RECOMMENDATION;
    }

    private static List<RatingLabel> several(String line, int from, int begin, List<Criterion> criteria, BigDecimal scale) {
        List<RatingLabel> labels = new ArrayList<>();
        int at = begin;
        for (Criterion criterion : criteria) {
            Score score = Score.at(line, at, scale);
            if (score == null) {
                return List.of();
            }
            labels.add(new RatingLabel(List.of(criterion), labels.isEmpty() ? from : at, score, false, score.end()));
            Matcher and = AND.matcher(line).region(score.end(), line.length());
            at = and.lookingAt() ? and.end() : score.end();
        }
        return labels;
    }

    private static List<RatingLabel> one(String line, int from, int begin, List<Criterion> criteria, BigDecimal scale,
            boolean brief,
            boolean reason, boolean named) {
        int at = skip(CLOSING, line, begin);
        BigDecimal ownScale = scale;
        Score score = null;
        boolean separated = false;
        Matcher bracket = BRACKET.matcher(line).region(at, line.length());
        if (bracket.lookingAt()) {
            String inner = bracket.group(1).strip();
            Score inBracket = Score.at(inner, 0, scale);
            BigDecimal stated = Score.scaleIn(inner);
            if (stated != null && (inBracket == null || inBracket.end() < inner.length() || !inner.matches(".*/.*"))) {
                ownScale = stated;
            } else if (inBracket != null && inBracket.end() >= inner.length()) {
                score = new Score(inBracket.value(), bracket.end(), inBracket.remark());
            }
            at = skip(CLOSING, line, bracket.end());
        }
        if (score != null) {
            return List.of(new RatingLabel(criteria, from, score, reason, score.end()));
        }
        Matcher separator = SEPARATOR.matcher(line).region(at, line.length());
        int after = at;
        while (separator.region(after, line.length()).lookingAt() && separator.end() > after) {
            separated |= separator.group().strip().matches("[:：=＝|→>–—-]+");
            after = separator.end();
        }
        after = skip(CLOSING, line, after);
        int words = after;
        Matcher scoreWords = SCORE_WORDS.matcher(line);
        for (int i = 0; i < 3 && scoreWords.region(words, line.length()).lookingAt(); i++) {
            words = scoreWords.end();
        }
        Matcher grade = GRADE.matcher(line).region(after, line.length());
        if (separated && !reason && grade.lookingAt()) {
            Score exact = Score.at(line, grade.end(), ownScale);
            if (exact != null && exact.value() != null && line.substring(grade.end(), exact.end()).matches(".*[/／分星].*")) {
                boolean bracketed = "（(".contains(grade.group(2));
                int end = bracketed ? skip(CLOSING, line, exact.end()) : exact.end();
                String remark = "前面写的是“" + grade.group(1) + "”" + (exact.remark() == null ? "" : "，" + exact.remark());
                return List.of(new RatingLabel(criteria, from, new Score(exact.value(), end, remark), false, end));
            }
        }
        boolean spaced = after > at || words > after || line.length() > begin && Character.isWhitespace(line.charAt(begin));
        score = spaced || named || digitOrStar(line, words) ? Score.at(line, words, ownScale) : null;
        if (score != null && !reason) {
            return List.of(new RatingLabel(criteria, from, score, false, score.end()));
        }
        boolean alone = isBlankFrom(line, after);
        if (brief && !reason || !separated && !alone) {
            return List.of();
        }
        return List.of(new RatingLabel(criteria, from, null, reason, after));
    }

    static boolean isBlankFrom(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at == line.length();
    }

    private static boolean digitOrStar(String line, int at) {
        return at < line.length() && (Character.isDigit(line.charAt(at)) || "★⭐☆🌟".indexOf(line.codePointAt(at)) >= 0);
    }

    private static int skip(Pattern pattern, String line, int from) {
        Matcher matcher = pattern.matcher(line).region(from, line.length());
        return matcher.lookingAt() ? matcher.end() : from;
    }
}
