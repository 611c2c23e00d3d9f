package sulan.web;

/** Searches that show what the words of a query can say; each can be tried. */
public enum SyntaxExample {

    WORDS("大模型 微调", "diffusion video"),
    PHRASE("\"long context\""),
    NOT("大模型 -综述", "agent -survey"),
    OR("LoRA OR 量化", "LoRA OR quantization"),
    TITLE("title:language"),
    TAG("tag:大语言模型", "tag:\"large language model\""),
    RATING("rec>=4.5"),
    DATE("date:2023-09"),
    GROUP("(推理 OR 数学) nov>=4", "(reasoning OR math) nov>=4");

    private final String zh;
    private final String en;

    SyntaxExample(String words) {
        this(words, words);
    }

    SyntaxExample(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** In the language of the interface, though all words can be searched for in both. */
    public String words() {
        return Language.current().choose(zh, en);
    }

    /** The list of all papers that these words find. */
    public String address() {
        return "/papers?q=" + Links.encoded(words());
    }
}
