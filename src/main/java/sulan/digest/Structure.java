package sulan.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.node.ThematicBreak;

import sulan.digest.Lead.Style;
import sulan.digest.Outline.Part;
import sulan.digest.Splitter.Cut;

/**
 * Finds where the sections of a paper begin. What a heading's words mean decides; where they leave a doubt, the style that the
 * paper's headings have in common does, then their order. Used for one paper.
 */
final class Structure {

    /**
     * Where a section begins, or another line of structure.
     *
     * @param section what the text after it belongs to; {@code null} for text of no section
     * @param known whether the heading was understood
     */
    record Opening(Section section, Cut cut, boolean known) {
    }

    private static final int NOWHERE = -1;
    private static final int FAR = 50;

    private final Outline outline;
    private final Report report;
    private final Collection<Part> structural;
    private final List<Lead> leads = new ArrayList<>();
    private final Set<Section> announced = EnumSet.noneOf(Section.class);
    private final Set<Section> dominantSections = EnumSet.noneOf(Section.class);
    private final Set<Section> opened = EnumSet.noneOf(Section.class);
    private final List<Opening> openings = new ArrayList<>();
    private Style dominant;
    private Section current;
    private boolean countsSections;
    private int lastNumber;
    private int[] nextSections;

    /** @param structural lines that are known not to be text, such as the link to the paper; sections end at them */
    Structure(Outline outline, Collection<Part> structural, Report report) {
        this.outline = outline;
        this.structural = structural;
        this.report = report;
    }

    List<Opening> openings() {
        for (Part part : outline.parts()) {
            leads.add(part.isText() && !structural.contains(part) ? Lead.of(part, outline) : null);
        }
        findDominantStyle();
        findNextSections();
        for (int i = 0; i < leads.size(); i++) {
            Part part = outline.parts().get(i);
            if (structural.contains(part)) {
                openings.add(new Opening(null, Cut.after(part, part.to()), true));
                current = opened.isEmpty() ? null : Section.UNPLACED;
            } else if (leads.get(i) != null) {
                read(i, leads.get(i));
            }
        }
        return openings;
    }

    /** The style of the headings by which most sections are announced. */
    private void findDominantStyle() {
        Map<Style, Set<Section>> sections = new HashMap<>();
        for (int i = 0; i < leads.size(); i++) {
            Lead lead = leads.get(i);
            if (lead == null || lead.meaning() == null || isRatingLabel(lead)) {
                continue;
            }
            Section section = plainly(lead.meaning());
            if (section == null) {
                continue;
            }
            if (!lead.sentence()) {
                announced.add(section);
            }
            Set<Section> ofStyle = sections.computeIfAbsent(lead.style(), style -> EnumSet.noneOf(Section.class));
            ofStyle.add(section);
            if (dominant == null || ofStyle.size() > sections.get(dominant).size()) {
                dominant = lead.style();
            }
        }
        if (dominant != null) {
            dominantSections.addAll(sections.get(dominant));
            countsSections = leads.stream().filter(lead -> lead != null && lead.number() > 0 && lead.style().equals(dominant))
                    .filter(lead -> lead.meaning() != null && !isRatingLabel(lead) && plainly(lead.meaning()) != null)
                    .allMatch(lead -> lead.number() == plainly(lead.meaning()).ordinal() + 1);
        }
    }

    private static Section plainly(Meaning meaning) {
        return switch (meaning) {
            case MAIN_WORK -> Section.MAIN_WORK;
            case HIGHLIGHTS -> Section.HIGHLIGHTS;
            case KEYWORDS -> Section.KEYWORDS;
            case RATINGS, APPRAISAL -> Section.RATINGS;
            case COMMENT -> Section.COMMENT;
            case UNPLACED -> Section.UNPLACED;
            case SUMMARY, REASONS -> null;
        };
    }

    private void read(int index, Lead lead) {
        boolean label = isRatingLabel(lead);
        if (lead.meaning() == null || label) {
            if (label) {
                readRatingLabel(index, lead);
            } else {
                readUnknown(index, lead);
            }
            return;
        }
        Section section = resolve(index, lead);
        if (section == null) {
            if (opened.isEmpty() && lead.whole()) {
                openings.add(new Opening(null, Cut.after(lead.part(), lead.part().to()), true));
            }
        } else if (isAccepted(lead, section)) {
            boolean keep = lead.sentence() && section != Section.KEYWORDS && section != Section.RATINGS;
            open(section, lead, keep ? Cut.before(lead.part()) : Cut.after(lead.part(), lead.part().from() + lead.end()), true);
        } else if (opened.isEmpty() && lead.whole()) {
            openings.add(new Opening(null, Cut.after(lead.part(), lead.part().to()), true));
        }
    }

    /** What the heading announces at its place; {@code null} if it stands over the whole text. */
    private Section resolve(int index, Lead lead) {
        return switch (lead.meaning()) {
            case SUMMARY -> {
                if (!opened.isEmpty()) {
                    yield Section.COMMENT;
                }
                yield lead.whole() && isFollowedByHeading(index) || announced.contains(Section.MAIN_WORK) ? null
                        : Section.MAIN_WORK;
            }
            case APPRAISAL -> !opened.contains(Section.RATINGS) && isFollowedByRating(index) ? Section.RATINGS
                    : opened.isEmpty() ? null : Section.COMMENT;
            case REASONS -> current == Section.RATINGS && lead.style().equals(dominant) ? Section.RATINGS : null;
            default -> plainly(lead.meaning());
        };
    }

    private boolean isAccepted(Lead lead, Section section) {
        boolean later = current == null || section.ordinal() > current.ordinal();
        if (lead.sentence() && (announced.contains(section) || opened.contains(section))) {
            return false;
        }
        if (section == current && section == Section.RATINGS
                && RatingsReader.beginsWithScore(lead.part().plain().substring(lead.end()))) {
            return false; // 综合评分：4.5分 at the end of the ratings is one more score
        }
        if (lead.style().equals(dominant)) {
            boolean counting = lead.number() == 0 || lead.number() > lastNumber;
            boolean opposed = section == Section.COMMENT && opened.isEmpty();
            return !opposed && (counting || later && !opened.contains(section));
        }
        if (section == Section.COMMENT) {
            return opened.contains(Section.RATINGS) && !dominantSections.contains(section);
        }
        return !dominantSections.contains(section) && !opened.contains(section) && later;
    }

    /** A rating outside of the section of the ratings opens it, if no heading does. */
    private void readRatingLabel(int index, Lead lead) {
        if (current != Section.RATINGS && !announced.contains(Section.RATINGS) && isScored(index, lead)) {
            open(Section.RATINGS, lead, Cut.before(lead.part()), true);
        }
    }

    private static boolean isRatingLabel(Lead lead) {
        String line = lead.part().plain();
        return !RatingLabel.at(line, Numbering.end(line, 0), null).isEmpty()
                && !(lead.meaning() == Meaning.RATINGS && lead.whole()
                        && !hasScore(line));
    }

    private static boolean hasScore(String line) {
        return RatingLabel.at(line, Numbering.end(line, 0), null).stream().anyMatch(label -> label.score() != null);
    }

    private boolean isScored(int index, Lead lead) {
        if (lead.isScored()) {
            return true;
        }
        String line = lead.part().plain();
        RatingLabel label = lead.labels().get(0);
        if (!RatingLabel.isBlankFrom(line, label.end()) || index + 1 >= leads.size() || leads.get(index + 1) == null) {
            return false;
        }
        String next = leads.get(index + 1).part().plain();
        return RatingsReader.beginsWithScore(next);
    }

    /**
     * A line set off like the paper's headings whose words are unknown: the section that is missing at its place, or one
     * that this format does not have.
     */
    private void readUnknown(int index, Lead lead) {
        if (isCountedSection(lead)) {
            Section section = Section.values()[lead.number() - 1];
            int start = lead.style().form().equals("p") ? Numbering.end(lead.part().plain(), 0) : 0;
            open(section, lead, Cut.after(lead.part(), lead.part().from() + start), true);
            return;
        }
        if (!lead.isSetOff() || dominant == null || !isLikeDominant(lead) || opened.isEmpty() && !lead.style().isHeading()
                && lead.number() != 1) {
            return;
        }
        int before = current == null ? NOWHERE : current.ordinal();
        int after = nextSections[index];
        if (after - before == 2 && !announced.contains(Section.values()[before + 1]) && before + 1 <= Section.RATINGS.ordinal()
                && (before + 1 != Section.RATINGS.ordinal() || isFollowedByRating(index))) {
            Section missing = Section.values()[before + 1];
            report.info(lead.part().line(),
                    "第 " + lead.part().line() + " 行的小节标题「" + Report.excerpt(lead.part().plain()) + "」不常见，按次序当作「"
                            + missing.heading() + "」。");
            open(missing, lead, Cut.after(lead.part(), lead.part().from() + lead.end()), true);
        } else if (lead.style().isHeading() || lead.number() > 0 && lead.number() == lastNumber + 1 && lead.whole()) {
            open(Section.UNPLACED, lead, Cut.before(lead.part()), false);
        }
    }

    /** 2. 亮点在于……: no heading at all, but the number says which section it is, where the other numbers do. */
    private boolean isCountedSection(Lead lead) {
        int number = lead.number();
        return countsSections && number == lastNumber + 1 && number <= Section.KEYWORDS.ordinal() && !lead.isSetOff()
                && lead.style().equals(dominant) && !announced.contains(Section.values()[number - 1]);
    }

    private boolean isLikeDominant(Lead lead) {
        if (!lead.style().isHeading() && !lead.style().bold() && lead.number() == 0) {
            return false;
        }
        return lead.style().equals(dominant)
                || dominant.isHeading() && lead.style().isHeading() && lead.style().form().compareTo(dominant.form()) < 0;
    }

    /** For each line, the section that is announced next after it. */
    private void findNextSections() {
        nextSections = new int[leads.size()];
        int next = Section.COMMENT.ordinal();
        for (int i = leads.size() - 1; i >= 0; i--) {
            nextSections[i] = next;
            Lead lead = leads.get(i);
            Section section = lead == null || lead.meaning() == null || isRatingLabel(lead) ? null : plainly(lead.meaning());
            if (section != null && lead.style().equals(dominant)) {
                next = section.ordinal();
            } else if (lead != null && !announced.contains(Section.RATINGS) && isRatingLabel(lead) && isScored(i, lead)) {
                next = Section.RATINGS.ordinal();
            }
        }
    }

    private boolean isFollowedByHeading(int index) {
        for (int i = index + 1; i < leads.size(); i++) {
            if (leads.get(i) != null) {
                return leads.get(i).meaning() != null && !leads.get(i).sentence();
            }
            if (!(outline.parts().get(i).block() instanceof ThematicBreak)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFollowedByRating(int index) {
        String own = leads.get(index).part().plain().substring(leads.get(index).end());
        if (RatingLabel.at(own, Numbering.end(own, 0), null).stream().anyMatch(label -> label.score() != null)) {
            return true;
        }
        for (int i = index + 1; i < Math.min(leads.size(), index + FAR); i++) {
            Lead lead = leads.get(i);
            if (lead == null) {
                continue;
            }
            if (isRatingLabel(lead)) {
                return true;
            }
            if (lead.meaning() != null && lead.style().equals(leads.get(index).style())) {
                return false;
            }
        }
        return false;
    }

    private void open(Section section, Lead lead, Cut cut, boolean known) {
        openings.add(new Opening(section, cut, known));
        opened.add(section);
        current = section;
        if (lead.style().equals(dominant) && lead.number() > 0) {
            lastNumber = lead.number();
        }
    }
}
