package org.rung.accounts.door;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Programs that call at a wrong address get a bare 404; without this they would get a screen, and a session with it. */
@RestController
class NobodyHere {

    @RequestMapping({"/hooks", "/hooks/**", "/sim", "/sim/**"})
    ResponseEntity<Void> nothing() {
        return ResponseEntity.notFound().build();
    }
}
