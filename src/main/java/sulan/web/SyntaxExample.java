package sulan.web;

/** Searches that show what the words of a query can say; each can be tried. */
public enum SyntaxExample {

    WORDS("大模型 微调"),
    PHRASE("\"long context\""),
    NOT("大模型 -综述"),
    OR("LoRA OR 量化"),
    TITLE("title:language"),
    TAG("tag:大语言模型"),
    RATING("rec>=4.5"),
    DATE("date:2023-09"),
    GROUP("(推理 OR 数学) nov>=4");

    private final String words;

    SyntaxExample(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The list of all papers that these words find. */
    public String address() {
        return "/papers?q=" + Links.encoded(words);
    }
}
