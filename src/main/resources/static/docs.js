// The documentation of the API. What is tried out goes to this server: with the session of who is signed in, or with a token that was entered.
(() => {
    "use strict";

    // The documentation has a dark side of its own; which one is seen is as on the other pages.
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const dress = () => root.classList.toggle("dark-mode", root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    system.addEventListener("change", dress);
    dress();

    const csrf = document.querySelector("meta[name=csrf]")?.dataset;

    window.SwaggerUIBundle({
        url: "/api/v3/spec.json",
        dom_id: "#docs",
        presets: [window.SwaggerUIBundle.presets.apis],
        validatorUrl: null,
        docExpansion: "none",
        defaultModelsExpandDepth: 0,
        filter: true,
        deepLinking: true,
        requestInterceptor: request => {
            if (csrf && !request.headers.Authorization) request.headers[csrf.header] = csrf.token;
            return request;
        },
    });
})();
