package sulan.source.huggingface;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

import sulan.digest.Diagnostic;

/**
 * Reads the fields of one entry. What is not given (absent, a JSON null, an empty text) is {@code null} without a word; what is
 * not as it should be is {@code null} with a warning.
 */
final class Fields {

    private static final int LONGEST_ADDRESS = 2000;
    /** No list of the portal's was before, and no one will read it after. */
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final int number;
    private final String id;
    private final Consumer<Diagnostic> diagnostics;

    /**
     * @param number of the entry
     * @param id of the paper
     * @param diagnostics takes the warnings
     */
    Fields(int number, String id, Consumer<Diagnostic> diagnostics) {
        this.number = number;
        this.id = id;
        this.diagnostics = diagnostics;
    }

    static boolean isGiven(JsonNode node) {
        return node != null && !node.isNull() && !node.isMissingNode();
    }

    /**
     * A text.
     *
     * @param name of the field, for the warning
     * @param form what is to be made of it
     * @param longest more characters than anyone writes there
     */
    String text(String name, JsonNode node, UnaryOperator<String> form, int longest) {
        if (!isGiven(node)) {
            return null;
        }
        if (!node.isTextual()) {
            return leaveOut(name, "不是文字");
        }
        return node.textValue().length() > longest ? leaveOut(name, "超过 " + longest + " 个字符") : form.apply(node.textValue());
    }

    /**
     * Texts of one line, without empty ones.
     *
     * @param element finds the text in an element
     * @param most more elements than there ever are
     */
    List<String> lines(String name, JsonNode node, UnaryOperator<JsonNode> element, int longest, int most) {
        List<String> lines = new ArrayList<>();
        int lost = 0;
        for (JsonNode each : elements(name, node, most)) {
            JsonNode text = element.apply(each);
            if (isGiven(text) && text.isTextual() && text.textValue().length() <= longest) {
                lines.add(PlainText.line(text.textValue()));
            } else {
                lost++;
            }
        }
        warnOfLost(name, lost);
        lines.removeIf(Objects::isNull);
        return lines;
    }

    private List<JsonNode> elements(String name, JsonNode node, int most) {
        if (!isGiven(node)) {
            return List.of();
        }
        if (!node.isArray()) {
            leaveOut(name, "不是列表");
            return List.of();
        }
        List<JsonNode> elements = new ArrayList<>();
        for (JsonNode element : node) {
            if (elements.size() == most) {
                warn(name, "超过 " + most + " 个，后面的没有收入");
                break;
            }
            elements.add(element);
        }
        return elements;
    }

    private void warnOfLost(String name, int lost) {
        if (lost > 0) {
            warn(name, "中有 " + lost + " 个读不懂，没有收入");
        }
    }

    /** A whole number, 0 or more. */
    Integer count(String name, JsonNode node) {
        if (!isGiven(node)) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            return leaveOut(name, "不是个数");
        }
        return node.intValue();
    }

    /** A moment in ISO 8601 with its offset. */
    Instant moment(String name, JsonNode node) {
        if (!isGiven(node)) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(node.isTextual() ? node.textValue() : "").toInstant();
            return moment.isBefore(FIRST) || moment.isAfter(LAST) ? leaveOut(name, "不是这些年的时间") : moment;
        } catch (DateTimeException e) {
            return leaveOut(name, "不是时间");
        }
    }

    /** An address of the web. */
    String address(String name, JsonNode node) {
        String address = text(name, node, PlainText::line, LONGEST_ADDRESS);
        return address == null || isOfWeb(address) ? address : leaveOut(name, "不是 http 或 https 的网址");
    }

    /** Addresses of the web, each once. */
    List<String> addresses(String name, JsonNode node, int most) {
        Set<String> addresses = new LinkedHashSet<>();
        int lost = 0;
        for (JsonNode element : elements(name, node, most)) {
            String address = element.isTextual() && element.textValue().length() <= LONGEST_ADDRESS
                    ? PlainText.line(element.textValue())
                    : null;
            if (address != null && isOfWeb(address)) {
                addresses.add(address);
            } else {
                lost++;
            }
        }
        warnOfLost(name, lost);
        return List.copyOf(addresses);
    }

    private static boolean isOfWeb(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Warns of a field that should always be there. */
    void expect(String name, Object value) {
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            warn(name, "没有给出，或者读不懂");
        }
    }

    private <T> T leaveOut(String name, String reason) {
        warn(name, reason + "，没有收入");
        return null;
    }

    private void warn(String name, String what) {
        diagnostics.accept(new Diagnostic(Diagnostic.Level.WARNING, 0, number,
                "第 " + number + " 条（" + id + "）的 " + name + " " + what + "。"));
    }
}
