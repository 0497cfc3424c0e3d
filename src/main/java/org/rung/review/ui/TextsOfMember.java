package org.rung.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.rung.accounts.AuditElsewhere;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.review.ReviewPaths;

/** Every text is kept with who sent it; a line of the audit log for each would say it twice. */
@org.springframework.stereotype.Component
class TextsOfMember implements AuditElsewhere {
    @Override
    public Component of(Actor actor, MemberId member) {
        return new Anchor(
                ReviewPaths.REVIEW + "?texter=" + member.text(), UI.getCurrent().getTranslation("review.audit.texts"));
    }
}
