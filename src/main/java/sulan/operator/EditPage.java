package sulan.operator;

import java.util.ArrayList;
import java.util.List;

import sulan.archive.Overview;
import sulan.archive.Paper;
import sulan.digest.Keyword;

/**
 * The operator's page of a paper.
 *
 * @param problem why the last attempt failed; {@code null} if there was none
 * @param conflict how what another one has recorded meanwhile differs from what is written here; {@code null} if nothing was
 * @param draft what is written, as readers would see it; {@code null} if it is not asked for
 * @param edit how the operator's edit that readers see differs from the machine's text; {@code null} if there is no edit
 * @param versions all that was ever recorded, newest first
 */
record EditPage(Paper paper, OverviewForm form, String problem, OverviewDifference conflict, Draft draft,
        OverviewDifference edit, List<Version> versions) {

    private static final int MOST_VERSIONS = 50;

    /**
     * @param overview is not recorded
     * @param difference from the machine's text; {@code null} if there is none
     */
    record Draft(Overview overview, List<Keyword> keywords, OverviewDifference difference) {
    }

    /** @param difference from the version before; {@code null} for the first */
    record Version(Overview overview, boolean isShown, OverviewDifference difference) {
    }

    static EditPage of(Paper paper) {
        return of(paper, OverviewForm.of(paper.overview), null, null);
    }

    static EditPage of(Paper paper, OverviewForm form, String problem, OverviewDifference conflict) {
        Overview shown = paper.overview;
        boolean isEdited = shown != null && shown.origin == Overview.Origin.EDIT;
        OverviewDifference edit = isEdited ? OverviewDifference.of(content(paper.withoutEdit()), shown.content()) : null;
        return new EditPage(paper, form, problem, conflict, null, edit, versions(paper));
    }

    EditPage withDraft(sulan.digest.Overview content) {
        Overview machines = paper.withoutEdit();
        OverviewDifference difference = machines == null ? null : OverviewDifference.of(machines.content(), content);
        Overview draft = Overview.of(content);
        return new EditPage(paper, form, problem, conflict, new Draft(draft, content.keywords(), difference), edit, versions);
    }

    private static List<Version> versions(Paper paper) {
        List<Overview> all = Overview.versions(paper);
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_VERSIONS, all.size()); i++) {
            Overview one = all.get(i);
            OverviewDifference difference = i + 1 == all.size() ? null
                    : OverviewDifference.of(all.get(i + 1).content(), one.content());
            versions.add(new Version(one, paper.overview != null && paper.overview.id.equals(one.id), difference));
        }
        return versions;
    }

    private static sulan.digest.Overview content(Overview overview) {
        return overview == null ? null : overview.content();
    }
}
