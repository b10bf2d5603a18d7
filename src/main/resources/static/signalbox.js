// What the pages do beyond plain links and forms. Without this file everything still works, only with more clicks.
(() => {
    "use strict";

    const all = (selector, root = document) => [...root.querySelectorAll(selector)];

    // The server writes times in this zone from the next page on.
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone) document.cookie = `zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;

    // Menus close when something else is clicked, and with Escape.
    document.addEventListener("click", event => {
        for (const menu of all("details.drop[open]")) {
            if (!menu.contains(event.target)) menu.open = false;
        }
    });
    document.addEventListener("keydown", event => {
        if (event.key === "Escape") {
            const open = event.target.closest?.("details[open]:not(.fold)");
            if (open) {
                open.open = false;
                open.querySelector("summary").focus();
            }
        }
        const typing = event.target.matches?.("input, textarea, select");
        const search = document.querySelector("[aria-keyshortcuts='/']");
        if (event.key === "/" && !typing && search) {
            event.preventDefault();
            search.focus();
        }
    });

    // Over plain http browsers have no clipboard for scripts; there the text is copied as if somebody had selected it.
    const toClipboard = async (text, near) => {
        if (navigator.clipboard) {
            await navigator.clipboard.writeText(text);
            return;
        }
        const field = document.createElement("textarea");
        field.className = "hidden";
        field.readOnly = true;
        field.value = text;
        (near.closest("dialog") ?? document.body).append(field);
        const before = document.activeElement;
        field.select();
        const copied = document.execCommand("copy");
        field.remove();
        before?.focus({preventScroll: true});
        if (!copied) throw new Error("not copied");
    };

    const copy = async button => {
        const source = document.querySelector(button.dataset.copy);
        try {
            await toClipboard(source.value ?? source.textContent, button);
            mark(button);
        } catch {
            getSelection().selectAllChildren(source);
            source.select?.();
        }
    };

    // The link leads to a text; with this file the text is copied instead.
    const copyLinked = async link => {
        try {
            const answer = await fetch(link.href);
            if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
            await toClipboard(await answer.text(), link);
            mark(link);
        } catch {
            location.assign(link.href);
        }
    };

    const mark = button => {
        const said = document.querySelector("[data-said]");
        said.textContent = said.dataset.copied;
        setTimeout(() => (said.textContent = ""), 1500);
        const icon = button.querySelector("use");
        const before = (icon.dataset.before ??= icon.getAttribute("href"));
        icon.setAttribute("href", before.replace(/#.*/, "#check"));
        setTimeout(() => icon.setAttribute("href", before), 1500);
    };

    const reveal = button => {
        const field = document.querySelector(button.dataset.reveal);
        const shown = field.type === "password";
        field.type = shown ? "text" : "password";
        button.setAttribute("aria-pressed", String(shown));
        const icon = button.querySelector("use");
        icon.setAttribute("href", icon.getAttribute("href").replace(/#.*/, shown ? "#eye-off" : "#eye"));
    };

    // Links marked so open the question of their page as a dialog.
    const ask = async link => {
        const dialog = document.getElementById("dialog");
        const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
        const question = page.querySelector("[data-question]");
        if (!question) {
            location.assign(link.href);
            return;
        }
        dialog.replaceChildren(question);
        globalThis.htmx?.process(dialog);
        prepare();
        if (!dialog.open) dialog.showModal();
    };

    document.addEventListener("click", event => {
        const copying = event.target.closest("[data-copy]");
        const revealing = event.target.closest("[data-reveal]");
        const asking = event.target.closest("a[data-dialog]");
        const closing = event.target.closest("dialog [data-close]");
        const selecting = event.target.closest("[data-select]");
        const linked = event.target.closest("a[data-copy-link]");
        if (linked && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            copyLinked(linked);
        }
        if (copying) copy(copying);
        if (revealing) reveal(revealing);
        if (asking && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            const menu = asking.closest("details");
            if (menu) menu.open = false;
            ask(asking);
        }
        if (closing) {
            event.preventDefault();
            closing.closest("dialog").close();
        }
        if (selecting) {
            for (const box of eventBoxes(document)) box.checked = selecting.dataset.select === "true";
            for (const box of all("[data-wildcard]")) box.checked = false;
            tally();
            selecting.dispatchEvent(new Event("change", {bubbles: true}));
        }
    });

    // Events: a group's own box is on, off or mixed, as its events are.
    const eventBoxes = root => all(".names input[type=checkbox]", root);
    const words = (pattern, ...numbers) => pattern.replace(/\{(\d)\}/g, (_, place) => numbers[place]);

    const tally = () => {
        for (const group of all("[data-group]")) {
            const wildcard = group.querySelector("[data-wildcard]");
            const boxes = eventBoxes(group);
            const chosen = boxes.filter(box => box.checked).length;
            const whole = group.querySelector("[data-whole]");
            if (whole) {
                whole.checked = chosen === boxes.length;
                whole.indeterminate = chosen > 0 && chosen < boxes.length;
            }
            const line = group.querySelector("[data-tally]");
            if (line && boxes.length) {
                line.textContent = words(line.dataset.words, wildcard?.checked ? boxes.length : chosen, boxes.length);
            }
        }
        const count = document.querySelector("[data-count]");
        if (count) {
            const boxes = eventBoxes(document);
            const everything = all("[data-wildcard][value='*']").some(box => box.checked);
            const covered = box => box.checked || everything || box.closest("[data-group]").querySelector("[data-wildcard]")?.checked;
            count.textContent = words(count.dataset.words, boxes.filter(covered).length, boxes.length);
        }
        for (const projects of all("[data-projects]")) {
            projects.querySelector("[data-tally]").textContent =
                words(projects.dataset.words, all("input[type=checkbox]:checked", projects).length);
        }
    };

    document.addEventListener("change", event => {
        if (event.target.matches("[data-whole]")) {
            for (const box of eventBoxes(event.target.closest("[data-group]"))) box.checked = event.target.checked;
        }
        if (event.target.closest("[data-events], [data-projects]")) tally();
    });

    document.addEventListener("keydown", event => {
        if (event.key === "Enter" && event.target.matches?.("[data-search]")) event.preventDefault(); // it searches by itself
    });

    // A form is sent once, however often its button is pressed; whoever comes back to the page may send it again.
    const sent = new Set();
    document.addEventListener("submit", event => {
        const form = event.target;
        if (event.defaultPrevented || form.method !== "post") return;
        if (sent.has(form)) event.preventDefault();
        sent.add(form);
    });
    addEventListener("pageshow", () => sent.clear());

    // What only works with this file is hidden until it runs.
    const prepare = () => {
        for (const element of all("[data-copy], [data-reveal], [data-all], [data-whole]")) element.hidden = false;
        tally();
    };
    document.addEventListener("htmx:afterSettle", prepare);
    prepare();
    document.querySelector("[data-focus], .faults, #test")?.focus();
})();
