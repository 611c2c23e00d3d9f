package sulan.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text of a vocabulary; its form is described at the head of {@code vocabulary.txt}. All that is wrong is collected,
 * so that a person who edits the file mends it in one go.
 */
final class VocabularyText {

    private static final String NAMES = " | ";
    private static final String ALIASES = "= ";
    private static final String DESCRIPTION = "> ";

    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private Draft draft;
    private int line;

    /**
     * @return the concepts by the {@linkplain Folding#tight tight} forms of their spellings, in the order of the text
     * @throws IllegalArgumentException if anything is wrong; the message names each line and concept
     */
    static Map<String, Concept> read(List<String> lines) {
        VocabularyText text = new VocabularyText();
        lines.forEach(text::line);
        text.end();
        if (!text.problems.isEmpty()) {
            throw new IllegalArgumentException("The vocabulary cannot be used:\n  " + String.join("\n  ", text.problems));
        }
        return text.index();
    }

    private void line(String content) {
        line++;
        String text = content.strip();
        if (text.isEmpty()) {
            end();
        } else if (text.startsWith("#")) {
            return;
        } else if (text.startsWith(ALIASES)) {
            aliases(text.substring(ALIASES.length()));
        } else if (text.startsWith(DESCRIPTION)) {
            description(text.substring(DESCRIPTION.length()).strip());
        } else {
            names(text);
        }
    }

    private void names(String text) {
        if (draft != null) {
            problem("'" + text + "' begins a concept within '" + draft.en + "'; a blank line must stand between");
            end();
        }
        draft = new Draft();
        String[] names = text.split("\\|", -1);
        draft.en = names[0].strip();
        draft.zh = names.length > 1 ? names[1].strip() : "";
        if (names.length != 2) {
            problem("'" + text + "' must have two names, as in 'Large language model" + NAMES + "大语言模型'");
        } else if (draft.en.isEmpty() || Vocabulary.isChinese(draft.en) && !draft.en.equals(draft.zh)) {
            problem("'" + text + "' has no English name");
        } else if (draft.zh.isEmpty() || !Vocabulary.isChinese(draft.zh) && !draft.zh.equals(draft.en)) {
            problem("'" + draft.en + "' has no Chinese name; where Chinese writers use the English word, repeat it");
        }
        if (!draft.en.isEmpty()) {
            claim(draft.en);
            if (!draft.zh.isEmpty() && !draft.zh.equals(draft.en)) {
                claim(draft.zh);
            }
        }
    }

    private void aliases(String text) {
        if (draft == null) {
            problem("the spellings '" + text + "' belong to no concept; its names come first");
            return;
        }
        for (String alias : text.split("[,，]", -1)) {
            if (alias.isBlank()) {
                problem("'" + draft.en + "' has a comma too many");
            } else {
                draft.aliases.add(alias.strip());
                claim(alias.strip());
            }
        }
    }

    private void description(String text) {
        if (draft == null) {
            problem("the description '" + text + "' belongs to no concept; its names come first");
        } else if (Vocabulary.isChinese(text) ? draft.descriptionZh != null : draft.descriptionEn != null) {
            problem("'" + draft.en + "' has two descriptions in one language");
        } else if (Vocabulary.isChinese(text)) {
            draft.descriptionZh = text;
        } else {
            draft.descriptionEn = text;
        }
    }

    private void claim(String spelling) {
        Claim claim = new Claim(draft, spelling, line);
        Claim other = claims.putIfAbsent(Folding.tight(Folding.fold(spelling)), claim);
        if (other == null) {
            return;
        }
        if (other.draft == draft) {
            problem("'" + spelling + "' says nothing new for '" + draft.en + "': it is folded like '" + other.spelling + "'");
        } else {
            problem("'" + spelling + "' of '" + draft.en + "' is taken by '" + other.draft.en + "' (line " + other.line + ", '"
                    + other.spelling + "')");
        }
    }

    private void end() {
        if (draft != null) {
            draft.concept = new Concept(Folding.fold(draft.en), draft.en, draft.zh, draft.aliases, draft.descriptionEn,
                    draft.descriptionZh);
            draft = null;
        }
    }

    private void problem(String sentence) {
        problems.add("line " + line + ": " + sentence);
    }

    private Map<String, Concept> index() {
        Map<String, Concept> index = new LinkedHashMap<>();
        claims.forEach((key, claim) -> index.put(key, claim.draft.concept));
        return index;
    }

    /** A concept as far as it is read. */
    private static final class Draft {

        private String en;
        private String zh;
        private final List<String> aliases = new ArrayList<>();
        private String descriptionEn;
        private String descriptionZh;
        private Concept concept;
    }

    /** A spelling that a concept claims for itself. */
    private record Claim(Draft draft, String spelling, int line) {
    }
}
