package org.signalbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.signalbox.setting.Options;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The documentation of the API to read and to try out, for everybody, as the description is. Who is
 * signed in asks as themselves, others with a token.
 */
@Controller
class DocsPage {
    static final String PATH = "/api/docs";

    private final Options options;

    DocsPage(Options options) {
        this.options = options;
    }

    @GetMapping(PATH)
    @Nullable String show(Model model, HttpServletResponse response) throws IOException {
        if (!options.current().docsEnabled()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        model.addAttribute(
                "signedIn",
                SecurityContextHolder.getContext().getAuthentication()
                        instanceof ActorAuthentication);
        return "docs";
    }
}
