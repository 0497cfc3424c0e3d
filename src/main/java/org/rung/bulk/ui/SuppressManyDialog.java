package org.rung.bulk.ui;

import org.rung.accounts.Sentences;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.compliance.SuppressionFields;
import org.rung.consent.SuppressionWay;
import org.rung.filters.SelectionAction;

/** How long people are not to be texted, and why. */
class SuppressManyDialog extends BulkDialog {
    SuppressManyDialog(
            BulkWork work, SuppressionFields fields, Actor actor, SelectionAction.Selection selection, long people) {
        super(
                "SUPPRESS",
                people,
                () -> fields.draft(SuppressionWay.MANY)
                        .map(draft -> {
                            try {
                                work.start(actor, BulkWish.suppress(draft, selection.filter(), selection.chosen()));
                                return true;
                            } catch (Problem.Invalid wrong) {
                                if (!wrong.field().equals("until")
                                        && !wrong.field().equals("reason")) throw wrong;
                                fields.refuse(wrong, Sentences.of(wrong));
                                return false;
                            }
                        })
                        .orElse(false),
                fields);
    }
}
