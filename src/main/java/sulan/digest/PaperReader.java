package sulan.digest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import sulan.digest.Outline.Part;
import sulan.digest.Structure.Opening;

/** Reads what is written about one paper, in whatever form. Used for one paper. */
final class PaperReader {

    private final Report report;
    private final int line;
    private final Map<Section, List<Fragment>> sections = new EnumMap<>(Section.class);
    private final List<String> unplaced = new ArrayList<>();
    private BigDecimal scale;
    private Section last;

    /** @param line the line of the paper's title */
    PaperReader(int line, Report report) {
        this.line = line;
        this.report = report;
    }

    /** @param body the paper's lines after its title */
    Overview read(Fragment body) {
        Outline outline = Outline.of(body.source(), body.firstLine());
        Set<Part> structural = new HashSet<>();
        boolean marked = false;
        for (Part part : outline.parts()) {
            boolean mark = part.isText() && part.plain().strip().equals(Canonical.TRUNCATED);
            marked |= mark;
            if (mark || part.isText() && PaperLink.isLinkLine(part)) {
                structural.add(part);
            }
        }
        List<Opening> openings = new Structure(outline, structural, report).openings();
        List<Fragment> fragments = Splitter.split(outline, openings.stream().map(Opening::cut).toList());
        collect(openings, fragments);
        return overview(marked);
    }

    private void collect(List<Opening> openings, List<Fragment> fragments) {
        boolean hasSections = openings.stream().anyMatch(opening -> opening.section() != null && opening.known());
        boolean hasMainWork = openings.stream().anyMatch(opening -> opening.section() == Section.MAIN_WORK);
        boolean begun = false;
        for (int i = 0; i < fragments.size(); i++) {
            Opening opening = i == 0 ? null : openings.get(i - 1);
            Fragment fragment = fragments.get(i);
            Section section = opening == null ? null : opening.section();
            begun |= section != null;
            if (section == Section.RATINGS && scale == null) {
                scale = Score.scaleIn(opening.cut().whole() ? "" : opening.cut().part().plain());
            }
            if (fragment.isBlank()) {
                continue;
            }
            if (section == null && !begun && hasSections && !hasMainWork) {
                section = Section.MAIN_WORK;
            }
            if (section == null || !opening(opening)) {
                keep(fragment, hasSections);
            } else {
                place(section, fragment);
            }
        }
    }

    private static boolean opening(Opening opening) {
        return opening == null || opening.known();
    }

    private void place(Section section, Fragment fragment) {
        sections.computeIfAbsent(section, s -> new ArrayList<>()).add(fragment);
        last = section;
    }

    private void keep(Fragment fragment, boolean hasSections) {
        int at = fragment.firstTextLine();
        report.warning(at, hasSections ? "第 " + at + " 行起的文字「" + Report.excerpt(fragment.text()) + "」不属于任何小节，原文保留在未归类内容中。"
                : "第 " + line + " 行的论文没有可以辨认的小节，全部文字保留在未归类内容中。");
        unplaced.add(fragment.text());
    }

    private Overview overview(boolean marked) {
        String mainWork = text(Section.MAIN_WORK);
        String highlights = text(Section.HIGHLIGHTS);
        KeywordsReader.Result keywords = sections.containsKey(Section.KEYWORDS)
                ? new KeywordsReader(report).read(whole(Section.KEYWORDS))
                : new KeywordsReader.Result(List.of(), List.of(), false);
        RatingsReader.Result ratings = sections.containsKey(Section.RATINGS)
                ? new RatingsReader(scale, report).read(whole(Section.RATINGS))
                : new RatingsReader.Result(Ratings.NONE, Reasons.NONE, null, List.of(), null, List.of(), false);
        String comment = joined(ratings.comment(), text(Section.COMMENT));
        unplaced.addAll(keywords.unplaced());
        unplaced.addAll(ratings.unplaced());
        String known = text(Section.UNPLACED);
        String rest = joined(known, unplaced.isEmpty() ? null : String.join("\n\n", unplaced));
        boolean truncated = marked || isTruncated(mainWork, highlights, keywords, ratings, comment);
        if (mainWork == null && highlights == null && keywords.keywords().isEmpty() && ratings.ratings().equals(Ratings.NONE)
                && comment == null && rest == null) {
            report.warning(line, "第 " + line + " 行的论文只有标题和链接，没有速览内容。");
        }
        return new Overview(mainWork, highlights, keywords.keywords(), ratings.ratings(), ratings.reasons(), comment, rest,
                truncated);
    }

    private boolean isTruncated(String mainWork, String highlights, KeywordsReader.Result keywords,
            RatingsReader.Result ratings,
            String comment) {
        if (last == null) {
            return false;
        }
        return switch (last) {
            case MAIN_WORK -> Truncation.isBrokenOff(mainWork, List.of());
            case HIGHLIGHTS -> Truncation.isBrokenOff(highlights, Truncation.peers(highlights, mainWork));
            case KEYWORDS -> keywords.brokenOff();
            case RATINGS -> ratings.brokenOff()
                    || ratings.tail() != null && Truncation.isBrokenOff(ratings.tail(),
                            ratings.peers().isEmpty() ? Truncation.peers(null, mainWork) : ratings.peers());
            case COMMENT -> Truncation.isBrokenOff(comment, Truncation.peers(null, mainWork, highlights));
            case UNPLACED -> false;
        };
    }

    /** A section that has several headings is read as one. */
    private Fragment whole(Section section) {
        Fragment whole = new Fragment();
        sections.get(section).forEach(fragment -> whole.append(fragment.firstLine(), fragment.source()));
        return whole;
    }

    private String text(Section section) {
        List<Fragment> fragments = sections.getOrDefault(section, List.of());
        return fragments.isEmpty() ? null : fragments.stream().map(Fragment::text).collect(Collectors.joining("\n\n"));
    }

    private static String joined(String one, String other) {
        return one == null ? other : other == null ? one : one + "\n\n" + other;
    }
}
