package org.rung.giftfiles;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.rung.accounts.Download;
import org.rung.accounts.GivesFiles;
import org.rung.accounts.SignedIn;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.exchange.CsvOut;
import org.rung.giving.GiftFilter;
import org.rung.giving.GiftRow;
import org.rung.giving.Gifts;
import org.rung.giving.GivingPaths;
import org.rung.giving.MoneyText;
import org.springframework.web.bind.annotation.GetMapping;

/** Every gift as a file, streamed. */
@GivesFiles
class GiftExportController {
    private final Gifts gifts;
    private final SignedIn signedIn;

    GiftExportController(Gifts gifts, SignedIn signedIn) {
        this.gifts = gifts;
        this.signedIn = signedIn;
    }

    @GetMapping(GivingPaths.EXPORT)
    void all(HttpServletResponse response) throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        actor.must(Permission.SEE_GIVING);
        Download.named(response, Download.CSV, "gifts.csv");
        CsvOut.write(response.getOutputStream(), csv -> {
            csv.row(List.of(
                    "Id",
                    "Date",
                    "Amount",
                    "Went back",
                    "Currency",
                    "Way",
                    "State",
                    "Supporter",
                    "Name",
                    "E-mail",
                    "Phone",
                    "Monthly",
                    "Note"));
            gifts.each(actor, GiftFilter.ALL, gift -> csv.row(cells(gift)));
        });
    }

    private static List<String> cells(GiftRow gift) {
        return List.of(
                gift.giftId().text(),
                gift.givenAt().toString(),
                MoneyText.decimal(gift.givenMinor(), gift.currency()).toPlainString(),
                MoneyText.decimal(gift.backMinor(), gift.currency()).toPlainString(),
                gift.currency(),
                gift.way().name(),
                gift.state().name(),
                gift.supporterId().map(id -> id.text()).orElse(""),
                gift.name(),
                gift.giver().email(),
                gift.giver().phone().map(PhoneNumber::text).orElse(""),
                gift.monthlyKey().isPresent() ? "yes" : "",
                gift.note());
    }
}
