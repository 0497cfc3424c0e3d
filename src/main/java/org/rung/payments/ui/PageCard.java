package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.div;
import static org.rung.payments.ui.PaymentWords.paragraph;
import static org.rung.payments.ui.PaymentWords.said;
import static org.rung.payments.ui.PaymentWords.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.giving.MoneyText;
import org.rung.payments.PageDraft;
import org.rung.payments.PaymentAccount;
import org.rung.payments.PaymentAccounts;
import org.rung.payments.PaymentsPaths;
import org.rung.settings.RungSettings;

/** The page on which everybody gives: its address, its amounts, its words, and whether it is open. */
class PageCard extends Section {
    private final transient PaymentAccounts accounts;
    private final transient Actor actor;
    private final transient Runnable redraw;
    private final Checkbox open = new Checkbox(say("payments.settings.page.open"));
    private final TextField word = new TextField(say("payments.settings.word"));
    private final TextField currency = new TextField(say("payments.settings.currency"));
    private final TextField amounts = new TextField(say("payments.settings.amounts"));
    private final TextArea about = new TextArea(say("payments.settings.about"));
    private final Div problem = div("notice bad");

    PageCard(PaymentAccounts accounts, RungSettings settings, Actor actor, PaymentAccount account, Runnable redraw) {
        this.accounts = accounts;
        this.actor = actor;
        this.redraw = redraw;
        addClassNames("card", "pad", "col");
        String address = settings.publicUrl() + "/" + PaymentsPaths.give(account.word());
        add(PaymentWords.title("payments.settings.page"));
        if (account.takes()) {
            Anchor page = new Anchor(address, say("payments.settings.page.address", address));
            page.setTarget("_blank");
            page.addClassName("giving-candidate");
            add(page);
        } else add(paragraph("muted", say("payments.settings.page.closed", address)));
        open.setValue(account.opened());
        word.setValue(account.word());
        word.setMaxLength(40);
        currency.setValue(account.currency());
        currency.setMaxLength(3);
        amounts.setValue(account.amounts().stream()
                .map(minor -> plain(minor, account.currency()))
                .collect(Collectors.joining(" ")));
        amounts.setHelperText(say("payments.settings.amounts.how"));
        amounts.setMaxLength(120);
        about.setValue(account.about());
        about.setMaxLength(PageDraft.LONGEST_ABOUT);
        about.setWidthFull();
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Button save = new Button(say("payments.settings.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(open, div("giving-filter", word, currency, amounts), about, problem, div("actions", save));
    }

    private static String plain(long minor, String currency) {
        return MoneyText.decimal(minor, currency).stripTrailingZeros().toPlainString();
    }

    private void save() {
        try {
            String code = currency.getValue().strip().toUpperCase(Locale.ROOT);
            List<Long> minors = Arrays.stream(amounts.getValue().strip().split("\\s+"))
                    .filter(text -> !text.isEmpty())
                    .map(text -> MoneyText.read(text, code).minor())
                    .toList();
            accounts.change(actor, new PageDraft(word.getValue(), open.getValue(), code, minors, about.getValue()));
            said(say("payments.settings.saved"));
            redraw.run();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
        }
    }
}
