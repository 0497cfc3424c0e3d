package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CannedReplies;
import org.rung.campaigns.CannedReply;
import org.rung.campaigns.CannedReplyDraft;
import org.rung.common.Permission;
import org.rung.common.Problem;

/** The ready answers of one campaign, or of all. */
class CannedRepliesPanel extends Div {
    private final transient CannedReplies replies;
    private final transient SignedIn signedIn;
    private final transient Optional<CampaignId> campaign;

    CannedRepliesPanel(CannedReplies replies, SignedIn signedIn, Optional<CampaignId> campaign) {
        this.replies = replies;
        this.signedIn = signedIn;
        this.campaign = campaign;
        addClassName("col");
        show();
    }

    private void show() {
        removeAll();
        var actor = signedIn.actor();
        boolean may = actor.may(Permission.WRITE_SCRIPTS);
        var all = campaign.map(id -> replies.of(actor.organization(), id)).orElseGet(() -> replies.common(actor));
        if (all.isEmpty()) add(div("empty", new Paragraph(getTranslation("campaigns.canned.empty"))));
        for (var reply : all) add(row(reply, may && reply.campaign().equals(campaign)));
        if (may) add(button("btn start", getTranslation("campaigns.canned.add"), () -> edit(Optional.empty())));
    }

    private Div row(CannedReply reply, boolean mine) {
        var head = div("row", span("strong grow", reply.title()));
        if (reply.campaign().isEmpty() && campaign.isPresent())
            head.add(span("chip", getTranslation("campaigns.canned.everywhere")));
        if (mine)
            head.add(
                    button("link", getTranslation("scripts.studio.edit"), () -> edit(Optional.of(reply))),
                    sign("×", getTranslation("campaigns.canned.remove", reply.title()), () -> {
                        replies.remove(signedIn.actor(), reply.cannedReplyId());
                        show();
                    }));
        return div("canned", head, div("txt", new Span(reply.words())));
    }

    private void edit(Optional<CannedReply> reply) {
        var dialog = new Dialog(getTranslation(reply.isPresent() ? "campaigns.canned.change" : "campaigns.canned.add"));
        dialog.setWidth("520px");
        var title = new TextField(
                getTranslation("campaigns.canned.name"),
                reply.map(CannedReply::title).orElse(""),
                "");
        title.setMaxLength(80);
        title.setWidthFull();
        var words = new TextArea(getTranslation("campaigns.canned.words"));
        words.setValue(reply.map(CannedReply::words).orElse(""));
        words.setMaxLength(1_000);
        words.setMinRows(4);
        words.setWidthFull();
        words.setHelperText(getTranslation("campaigns.canned.fields"));
        var wrong = div("notice bad");
        wrong.getElement().setAttribute("role", "alert");
        dialog.add(div("col", title, words, wrong));
        dialog.getFooter()
                .add(
                        button("btn ghost", getTranslation("campaigns.cancel"), dialog::close),
                        button("btn", getTranslation("campaigns.save"), () -> {
                            try {
                                var draft = new CannedReplyDraft(campaign, title.getValue(), words.getValue());
                                reply.ifPresentOrElse(
                                        old -> replies.change(signedIn.actor(), old.cannedReplyId(), draft),
                                        () -> replies.add(signedIn.actor(), draft));
                                dialog.close();
                                show();
                            } catch (Problem problem) {
                                wrong.setText(Sentences.of(problem));
                            }
                        }));
        dialog.open();
    }
}
