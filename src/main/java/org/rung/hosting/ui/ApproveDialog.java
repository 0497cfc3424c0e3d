package org.rung.hosting.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.OneMember;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.hosting.HostingRow;
import org.rung.hosting.Hostings;

/** Approving somebody who wants to host, with a member who helps them. */
class ApproveDialog extends Dialog {
    ApproveDialog(Hostings hostings, Members members, Actor.Member actor, HostingRow row, Runnable done) {
        setHeaderTitle(getTranslation("hosting.approve.whom", row.name()));
        setWidth("min(440px, 94vw)");
        var coach = new OneMember(getTranslation("hosting.coach"), members, actor);
        coach.setHelperText(getTranslation("hosting.coach.help"));
        var problem = new Div();
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        var body = new Div(new Paragraph(getTranslation("hosting.approve.line")), coach, problem);
        body.addClassName("col");
        add(body);
        var approve = new Button(getTranslation("hosting.approve"), click -> {
            try {
                hostings.approve(
                        actor,
                        row.hosting().hostingId(),
                        Optional.ofNullable(coach.getValue()).map(Member::memberId));
                close();
                done.run();
            } catch (Problem refused) {
                problem.setText(Sentences.of(refused));
            }
        });
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("hosting.cancel"), click -> close()), approve);
    }
}
