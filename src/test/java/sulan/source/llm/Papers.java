package sulan.source.llm;

import java.util.List;

/** Papers that nobody wrote. */
final class Papers {

    private Papers() {
    }

    static PaperText ladders() {
        return paper(
                """
                        Planning agents often climb long chains of subgoals without noticing that an early rung is broken. We introduce
                        Ladder, a procedure that tests every rung before the next one is tried and repairs it when the test fails. On four
                        household simulators Ladder finishes 71.3% of the tasks, 12 points more than the best earlier planner, while it
                        calls the language model half as often. Code is at https://github.com/ladder-lab/ladder.""");
    }

    static PaperText paper(String summary) {
        return new PaperText("2309.12345", "Ladder: Testing Every Rung of a Plan", summary, List.of());
    }
}
