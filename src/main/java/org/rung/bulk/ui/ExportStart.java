package org.rung.bulk.ui;

import com.vaadin.flow.component.UI;
import org.rung.bulk.BulkPaths;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.filters.SelectionAction;

/** Begins an export and its download with one click; the row of the job offers the file again. */
final class ExportStart {
    private ExportStart() {}

    static void of(BulkWork work, Actor actor, SelectionAction.Selection selection) {
        var job = work.start(actor, BulkWish.export(selection.filter(), selection.chosen()));
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "const a = document.createElement('a'); a.href = $0; a.download = ''; document.body.append(a);"
                                + " a.click(); a.remove();",
                        "/" + BulkPaths.file(job));
    }
}
