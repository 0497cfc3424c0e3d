package org.rung.giving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.rung.accounts.SignedIn;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Receipts for whoever may see giving. */
@Controller
class ReceiptController {
    private static final MediaType PAGE = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Gifts gifts;
    private final SignedIn signedIn;

    ReceiptController(Gifts gifts, SignedIn signedIn) {
        this.gifts = gifts;
        this.signedIn = signedIn;
    }

    @GetMapping(GivingPaths.RECEIPT)
    ResponseEntity<String> receipt(@PathVariable String giftId, HttpServletRequest request) {
        GiftRow gift = gifts.get(signedIn.actor(), new GiftId(Id.parse("gift", giftId)));
        Locale language = signedIn.account().language().map(Locale::of).orElseGet(request::getLocale);
        var organization = signedIn.organization();
        return ResponseEntity.ok()
                .contentType(PAGE)
                .cacheControl(CacheControl.noStore())
                .body(ReceiptPage.of(gift, organization.name(), organization.zone(), language));
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
        var status =
                switch (problem) {
                    case Problem.Invalid invalid -> HttpStatus.BAD_REQUEST;
                    case Problem.Missing missing -> HttpStatus.NOT_FOUND;
                    case Problem.Conflict conflict -> HttpStatus.CONFLICT;
                    case Problem.Refused refused -> HttpStatus.FORBIDDEN;
                };
        return ResponseEntity.status(status)
                .body(ProblemDetail.forStatusAndDetail(status, problem.in(request.getLocale())));
    }
}
