package sulan.web;

/** Where a paper is to be found elsewhere. */
final class Links {

    private Links() {
    }

    static String arxiv(String paperId) {
        return "https://arxiv.org/abs/" + paperId;
    }

    static String pdf(String paperId) {
        return "https://arxiv.org/pdf/" + paperId;
    }

    static String huggingFace(String paperId) {
        return "https://huggingface.co/papers/" + paperId;
    }
}
