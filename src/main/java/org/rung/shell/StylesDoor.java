package org.rung.shell;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives out {@link OneStylesheet}; kept for a year where its address says what is in it. */
@RestController
class StylesDoor {
    @GetMapping(value = "/" + OneStylesheet.PATH, produces = "text/css;charset=UTF-8")
    String styles() {
        return OneStylesheet.TEXT;
    }
}
