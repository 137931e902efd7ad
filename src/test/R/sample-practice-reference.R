# A second reading of the sample practice: episodes, courses, months and what chance gives, worked out in base R from the exports and the
# definitions of methods.md; it shares nothing with the program. Run from the top folder:
#   Rscript src/test/R/sample-practice-reference.R > src/test/resources/reference/sample-practice.csv
options(stringsAsFactors = FALSE, digits = 15)

# ---- reading: all files by name, one row a session, the scores of attended assessment and treatment sessions
as_of <- as.Date("2026-10-30")
tables <- lapply(sort(list.files("sample-data", pattern = "\\.csv$", full.names = TRUE)), read.csv, colClasses = "character", na.strings = "")
columns <- unique(unlist(lapply(tables, names)))
rows <- do.call(rbind, lapply(tables, function(t) {
  t$setback_column <- if ("setback" %in% names(t)) "yes" else NA
  for (missing in setdiff(columns, names(t))) t[[missing]] <- NA_character_
  t[c(columns, "setback_column")]
}))
columns <- c(columns, "setback_column")
whole <- grepl("^\\d{4}-\\d{2}-\\d{2}$", rows$session_date)
rows$day <- as.Date(ifelse(whole, rows$session_date, NA), optional = TRUE)
rows <- rows[!is.na(rows$day) & rows$day <= as_of & rows$day >= as.Date("2024-01-01"), ]
key <- paste(rows$course_id, rows$session_date, rows$attendance, rows$session_number)
# the same session in a later export: what the later one says counts, cell by cell
merged <- do.call(rbind, lapply(split(seq_len(nrow(rows)), key), function(i) {
  if (length(i) == 1) return(rows[i, ])
  row <- rows[i[length(i)], ]
  for (c in columns) { filled <- i[!is.na(rows[i, c])]; if (length(filled) > 0) row[[c]] <- rows[filled[length(filled)], c] }
  row
}))
merged <- merged[order(merged$course_id, merged$day, as.numeric(merged$session_number)), ]
number <- function(x, low, high) { v <- suppressWarnings(as.numeric(x)); v[!is.na(v) & (v < low | v > high)] <- NA; v }
merged$phq9 <- number(merged$phq9, 0, 27); merged$gad7 <- number(merged$gad7, 0, 21)
merged$wsas <- number(merged$wsas, 0, 40); merged$srs <- number(merged$srs, 0, 40)
came <- merged[merged$attendance %in% "attended" & merged$stage %in% c("assessment", "treatment", NA), ]
courses <- split(came, came$course_id)
all_courses <- split(merged, merged$course_id)

# the end of a course: its recorded ending, else the last attended session once 90 days have gone by
ended <- sapply(names(courses), function(id) {
  all <- all_courses[[id]]
  any(!is.na(all$course_end)) || as.numeric(as_of - max(courses[[id]]$day)) >= 90
})

# ---- alliance dips, detector A
differences <- unlist(lapply(courses, function(c) abs(diff(c$srs[!is.na(c$srs)]))))
kept <- differences[differences < 3.267 * mean(differences)]
sample_scale <- 1.2533 * mean(kept)

dips_of <- function(x, over, sample_scale, k = 2.5, window = 5) {
  found <- list()
  n <- length(x)
  if (n < 3) return(found)
  d <- abs(diff(x))
  within <- if (length(d) >= 4) 1.4826 * median(d) else 0
  s <- min(max(within, sample_scale), 1.5 * sample_scale)
  threshold <- k * s
  p <- 1
  while (p < n) {
    if (!(x[p + 1] < x[p])) { p <- p + 1; next }
    low <- p + 1
    i <- p + 2
    while (i <= n && i <= p + 6) {
      if (x[i] >= x[p] || x[i] - x[low] > 0.5 * s) break
      if (x[i] < x[low]) low <- i
      i <- i + 1
    }
    if (x[p] - x[low] < threshold) { p <- if (low > p) low else p + 1; next }
    nadir <- low; best <- 0; status <- NA; end <- NA
    i <- nadir + 1
    while (i <= n) {
      if (x[i] < x[nadir]) { nadir <- i; best <- 0; i <- i + 1; next }
      f <- (x[i] - x[nadir]) / (x[p] - x[nadir])
      best <- max(best, f)
      if (x[i] >= x[p] - 0.5 * threshold && f >= 0.5) { status <- "repaired"; end <- i; break }
      if (i - nadir == window) { status <- if (best >= 0.5) "partly_repaired" else "not_repaired"; end <- i; break }
      i <- i + 1
    }
    if (is.na(status)) status <- if (over) "ended_before_known" else "open"
    found[[length(found) + 1]] <- list(onset = p + 1, nadir = nadir, depth = x[p] - x[nadir], status = status, end = end, best = best)
    if (is.na(end)) break
    p <- end
  }
  found
}

# ---- setbacks S1, and what followed
setbacks_of <- function(sev, step, over) {
  found <- list()
  n <- length(sev)
  best <- Inf; i <- 1
  while (i <= n) {
    if (is.finite(best) && sev[i] - best >= step) {
      if (i == n) { found[[length(found) + 1]] <- list(onset = i, status = "unconfirmed", end = NA, worst = i, depth = sev[i] - best); break }
      if (sev[i + 1] - best >= step) {
        confirm <- i + 1
        worst <- if (sev[i + 1] > sev[i]) i + 1 else i
        end <- NA
        j <- confirm + 1
        while (j <= n) {
          if (sev[j] > sev[worst]) worst <- j
          if (sev[worst] - sev[j] >= 0.5 * (sev[worst] - best)) { end <- j; break }
          j <- j + 1
        }
        later <- n - confirm
        status <- if (!is.na(end)) "bounced_back" else if (!over) "open" else if (later >= 3) "not_back" else "ended_before_known"
        found[[length(found) + 1]] <- list(onset = i, status = status, end = end, worst = worst, depth = sev[worst] - best)
        if (is.na(end)) break
        best <- min(best, sev[i:end])
        i <- end + 1
        next
      }
    }
    best <- min(best, sev[i])
    i <- i + 1
  }
  found
}

# ---- sudden gains by slot (three criteria), severity x with NA where a slot has no score
gains_of <- function(x, c1, sign = 1) {
  t_of <- function(df) c(4.303, 3.182, 2.776)[df - 1]
  found <- list()
  n <- length(x)
  y <- sign * x
  for (i in seq_len(n)) {
    if (i < 2 || i > n - 2 || is.na(x[i]) || is.na(x[i + 1])) next
    before <- y[max(1, i - 2):i]; after <- y[(i + 1):min(n, i + 3)]
    before <- before[!is.na(before)]; after <- after[!is.na(after)]
    if (length(before) < 2 || length(after) < 2) next
    gain <- y[i] - y[i + 1]
    if (gain < c1 || gain < 0.25 * x[i]) next
    pooled <- sqrt(((length(before) - 1) * var(before) + (length(after) - 1) * var(after)) / (length(before) + length(after) - 2))
    if (!(mean(before) - mean(after) > t_of(length(before) + length(after) - 2) * pooled)) next
    later <- if (i + 2 <= n) y[(i + 2):n] else numeric(0)
    found[[length(found) + 1]] <- list(onset = i + 1, depth = gain, status = if (any(later > y[i + 1] + gain / 2, na.rm = TRUE)) "reversed" else "held")
  }
  found
}

# ---- spikes S4: a step worse than one of the three scores before, then a step better within the next four
has_spike <- function(sev, step) {
  n <- length(sev)
  for (i in seq_len(n)) {
    if (i < 2 || i == n) next
    if (any(sev[i] - sev[max(1, i - 3):(i - 1)] >= step) && any(sev[i] - sev[(i + 1):min(n, i + 4)] >= step)) return(TRUE)
  }
  FALSE
}

# ---- Kaplan-Meier with log-log limits (z = qnorm(.975)), from times and events
kaplan_meier <- function(time, event) {
  s <- 1; v <- 0; z <- qnorm(.975)
  out <- NULL
  for (t in sort(unique(time[event]))) {
    n <- sum(time >= t); d <- sum(time == t & event)
    s <- s * (1 - d / n); v <- v + d / (n * (n - d))
    half <- z * sqrt(v) / log(s)
    out <- rbind(out, data.frame(t = t, n = n, s = s, lower = s^exp(-half), upper = s^exp(half)))
  }
  out
}

out <- list()
say <- function(...) out[[length(out) + 1]] <<- paste(..., sep = ",")
g <- function(x) ifelse(is.na(x), "", format(x, digits = 15, trim = TRUE))
in_year <- function(day) day >= as.Date("2025-11-01") & day <= as.Date("2026-10-31")
first_day <- min(merged$day)
points <- c(phq9 = 6, gad7 = 4)
clinical <- c(phq9 = 10, gad7 = 8)
set_confirmed <- as.Date(character(0)); dip_lowest <- as.Date(character(0))
back <- NULL; finished <- NULL; landmark <- NULL
for (id in names(courses)) {
  c <- courses[[id]]
  over <- ended[[id]]
  # alliance
  a <- c[!is.na(c$srs), ]
  dips <- dips_of(a$srs, over, sample_scale)
  for (d in dips) {
    dip_lowest <- c(dip_lowest, a$day[d$nadir])
    say("episode", paste(id, "dip", a$day[d$onset]), g(d$depth), d$status, if (d$status == "repaired") format(a$day[d$end]) else "")
  }
  # main outcome
  p <- c[!is.na(c$phq9), ]
  setbacks <- setbacks_of(p$phq9, 6, over)
  for (d in setbacks) say("episode", paste(id, "setback", p$day[d$onset]), g(d$depth), d$status, if (is.na(d$end)) "" else format(p$day[d$end]))
  confirmed <- Filter(function(d) d$status != "unconfirmed", setbacks)
  for (d in confirmed) set_confirmed <- c(set_confirmed, p$day[d$onset + 1])
  if (length(confirmed) > 0) {
    d <- confirmed[[1]]
    later <- (if (is.na(d$end)) nrow(p) else d$end) - (d$onset + 1)
    if (later > 0 && in_year(p$day[d$onset + 1])) back <- rbind(back, data.frame(time = later, event = !is.na(d$end)))
  }
  slots <- if (all(!is.na(c$session_number))) as.numeric(c$session_number) else seq_len(nrow(c))
  x <- rep(NA_real_, max(slots)); x[slots] <- c$phq9
  gains <- gains_of(x, 6)
  for (e in gains) say("episode", paste(id, "sudden_gain", c$day[match(e$onset, slots)]), g(e$depth), e$status, "")
  for (e in gains_of(x, 6, -1)) say("episode", paste(id, "sudden_loss", c$day[match(e$onset, slots)]), g(e$depth), e$status, "")
  # outcome by measure: first and last score
  for (m in c("phq9", "gad7")) {
    v <- c[[m]][!is.na(c[[m]])]
    if (length(v) < 2) next
    first <- v[1]; last <- v[length(v)]; change <- last - first
    verdict <- if (change >= points[m]) (if (first < clinical[m] && last >= clinical[m]) "moved_into_clinical_range" else "deteriorated")
      else if (change <= -points[m]) (if (first >= clinical[m] && last < clinical[m]) "recovered" else "improved") else "unchanged"
    say("course", paste(id, m), g(first), g(last), verdict)
  }
  # shape of the main outcome
  v <- p$phq9; n <- length(v)
  shape <- if (n < 4) "too_short" else {
    held <- Filter(function(e) e$status == "held" && e$depth >= 0.5 * (v[1] - v[n]), gains)
    improved <- v[1] - v[n] >= 6
    not_back <- any(sapply(confirmed, function(d) is.na(d$end)))
    if (length(confirmed) > 0 && not_back && v[n] - min(v) >= 6) "setback_not_back"
    else if (length(confirmed) > 0 && any(sapply(confirmed, function(d) !is.na(d$end)))) "setback_and_rebound"
    else if (length(confirmed) == 0 && has_spike(v, 6)) "spike_and_rebound"
    else if (improved && length(held) > 0) "step_gain"
    else if (improved) "steady_gain"
    else if (v[n] - v[1] >= 6) "worsening"
    else if (max(v) - min(v) < 6) "level"
    else "fluctuating"
  }
  if (n > 0) say("shape", id, shape, "", "")
  # service outcomes of courses that ended in the year, known from their start, with two treatment sessions
  treated <- c[is.na(c$stage) | c$stage == "treatment", ]
  truncated <- as.numeric(min(c$day) - first_day) < 60 && !(c$stage[1] %in% "assessment") && !(c$session_number[1] %in% "1")
  all <- all_courses[[id]]
  recorded <- all[!is.na(all$course_end), ]
  end <- if (nrow(recorded) > 0) max(c$day) else if (over) max(c$day) + 90 else NA
  if (!is.na(end) && !truncated && nrow(treated) >= 2) {
    # the first score of the course, and the last one at a treatment session
    two <- function(m) {
      scored <- which(!is.na(c[[m]])); after <- scored[is.na(c$stage[scored]) | c$stage[scored] == "treatment"]
      if (length(after) == 0 || scored[1] == max(after)) c(NA, NA) else c[[m]][c(scored[1], max(after))]
    }
    d <- two("phq9"); x <- two("gad7")
    finished <- rbind(finished, data.frame(end = as.Date(end), d1 = d[1], d2 = d[2], x1 = x[1], x2 = x[2]))
  }
  # landmark: at least 8 attended sessions, groups from the scores up to the eighth, a later score, a score at the landmark
  if (nrow(c) >= 8 && !truncated) {
    at <- c$phq9[1:8]; at <- at[!is.na(at)]
    after <- if (nrow(c) > 8) c$phq9[9:nrow(c)] else numeric(0); after <- after[!is.na(after)]
    s <- c$srs[1:8]; s <- s[!is.na(s)]
    if (length(at) > 0 && length(after) > 0 && length(s) >= 3) {
      so_far <- dips_of(s, FALSE, sample_scale)
      group <- if (length(so_far) == 0) "none" else if (so_far[[length(so_far)]]$status == "repaired") "repaired" else "not_yet"
      landmark <- rbind(landmark, data.frame(id, at = at[length(at)], last = after[length(after)], group, sessions = nrow(c)))
    }
  }
}
curve <- function(name, d) {
  k <- kaplan_meier(d$time, d$event)
  for (i in seq_len(nrow(k))) if (k$n[i] >= 10) say("curve", paste(name, k$t[i]), g(1 - k$s[i]), g(1 - k$upper[i]), g(1 - k$lower[i]))
}
curve("bounce-back", back)
f <- finished
f$paired <- !is.na(f$d1) & !is.na(f$x1)
f$case <- f$paired & (f$d1 >= 10 | f$x1 >= 8)
f$recovered <- f$case & f$d2 < 10 & f$x2 < 8
f$up <- f$paired & ((f$d1 - f$d2 >= 6 & f$x2 - f$x1 < 4) | (f$x1 - f$x2 >= 4 & f$d2 - f$d1 < 6))
f$down <- f$paired & ((f$d2 - f$d1 >= 6 & f$x1 - f$x2 < 4) | (f$x2 - f$x1 >= 4 & f$d1 - f$d2 < 6))
f$counted <- !(f$paired & !f$case)
y <- f[in_year(f$end), ]
say("rate", "recovery", sum(y$recovered), sum(y$counted), ""); say("rate", "reliable_recovery", sum(y$recovered & y$up), sum(y$counted), "")
say("rate", "reliable_improvement", sum(y$up), nrow(y), ""); say("rate", "reliable_deterioration", sum(y$down), nrow(y), "")
for (group in c("none", "repaired", "not_yet")) say("landmark", group, sum(landmark$group == group), g(mean(landmark$at[landmark$group == group])),
  g(mean((landmark$at - landmark$last)[landmark$group == group])))
fit <- lm(last ~ I(at - mean(at)) + I(group == "repaired") + I(group == "not_yet"), landmark)
say("ancova", "repaired", g(-coef(fit)[[3]]), "", ""); say("ancova", "not_yet", g(-coef(fit)[[4]]), "", "")

# ---- the table of months
months <- format(seq(as.Date("2024-11-01"), as.Date("2026-10-01"), by = "month"), "%Y-%m")
by_month <- function(days) as.numeric(table(factor(format(days, "%Y-%m"), levels = months)))
xmr <- function(v) {
  v <- v[!is.na(v)]
  mr <- abs(diff(v)); kept <- mr[mr < 3.267 * mean(mr)]
  mean(v) + c(0, -2.66, 2.66) * mean(kept)
}
tell <- function(metric, numerator, denominator, value, from = 3) {
  limits <- xmr(value[from:length(months)])
  say("limits", metric, g(limits[1]), g(limits[2]), g(limits[3]))
  for (i in from:length(months)) say("month", paste(metric, months[i]), g(numerator[i]), g(denominator[i]), g(value[i]))
}
counted <- function(metric, n, from = 3) tell(metric, n, rep(NA, length(n)), n, from)
share <- function(metric, x, n, times = 1, from = 3) tell(metric, times * x, n, times * x / n, from)
of_course <- lapply(names(courses), function(id) {
  c <- courses[[id]]; all <- all_courses[[id]]
  recorded <- any(!is.na(all$course_end))
  kind <- if (recorded) na.omit(all$course_end)[1] else if (ended[[id]]) "silent" else NA
  data.frame(id, start = min(c$day), end = if (recorded) max(c$day) else if (ended[[id]]) max(c$day) + 90 else as.Date(NA), kind,
    truncated = as.numeric(min(c$day) - first_day) < 60 && !(c$stage[1] %in% "assessment") && !(c$session_number[1] %in% "1"),
    referred = as.Date(na.omit(all$referral_date)[1]), treatment = sum(is.na(c$stage) | c$stage == "treatment"))
})
of_course <- do.call(rbind, of_course)
attended <- merged[merged$attendance %in% "attended", ]
missed <- merged[merged$attendance %in% c("did_not_attend", "late_not_seen"), ]
cancelled <- merged[merged$attendance %in% "cancelled_by_client", ]
counted("sessions_attended", by_month(attended$day), 1)
m <- by_month(missed$day)
share("missed_share", m, m + by_month(attended$day) + by_month(cancelled$day), from = 1)
seen_again <- mapply(function(id, day) any(attended$course_id == id & attended$day > day & attended$day <= day + 28), missed$course_id, missed$day)
known <- missed$day + 28 <= as_of
share("returned_after_missed", by_month((missed$day + 28)[known & seen_again]), by_month((missed$day + 28)[known]))
month_end <- seq(as.Date("2024-12-01"), as.Date("2026-11-01"), by = "month") - 1
counted("caseload_open", sapply(month_end, function(e) sum(of_course$start <= e & (is.na(of_course$end) | of_course$end > e))))
fresh <- of_course[!of_course$truncated, ]
counted("courses_started", by_month(fresh$start)); counted("courses_ended", by_month(of_course$end))
w <- fresh[!is.na(fresh$referred), ]
wait <- sapply(months, function(k) median(as.numeric((w$start - w$referred)[format(w$start, "%Y-%m") == k])))
tell("wait_days_median", wait, by_month(w$start), wait)
share("unplanned_endings_share", by_month(of_course$end[of_course$kind %in% c("unplanned", "silent")]), by_month(of_course$end))
share("setbacks_per_100", by_month(set_confirmed), by_month(attended$day[!is.na(attended$phq9)]), 100)
share("dips_per_100", by_month(dip_lowest), by_month(came$day[!is.na(came$srs)]), 100)
share("recovery", by_month(f$end[f$recovered]), by_month(f$end[f$counted]))
share("reliable_recovery", by_month(f$end[f$recovered & f$up]), by_month(f$end[f$counted]))
share("reliable_improvement", by_month(f$end[f$up]), by_month(f$end)); share("reliable_deterioration", by_month(f$end[f$down]), by_month(f$end))
asked <- attended[!is.na(attended$setback_column), ]
share("setbacks_recorded_per_100", by_month(asked$day[!is.na(asked$setback) & asked$setback != "planned_experiment"]), by_month(asked$day), 100)
share("alliance_completion", by_month(attended$day[!is.na(attended$srs)]), by_month(attended$day))

# ---- what chance gives: dips of the year in copies of each course that hold a robust line and noise only (section 9 of methods.md)
noise <- differences
repeat {
  kept <- noise[noise < 3.267 * mean(noise)]
  if (length(kept) == length(noise)) break
  noise <- kept
}
noise_scale <- 1.2533 * mean(noise)
robust_line <- function(y) {
  pairs <- which(upper.tri(diag(length(y))), arr.ind = TRUE)
  slope <- median((y[pairs[, 2]] - y[pairs[, 1]]) / (pairs[, 2] - pairs[, 1]))
  median(y - slope * seq_along(y)) + slope * seq_along(y)
}
rated <- Filter(function(c) nrow(c) >= 3, lapply(courses, function(c) c[!is.na(c$srs), c("course_id", "day", "srs")]))
# pooled correlation of neighbours: the rho at which the residuals of least-squares lines would show what they show
long <- Filter(function(y) length(y) >= 5, lapply(rated, function(c) c$srs))
left <- lapply(long, function(y) resid(lm(y ~ seq_along(y))))
shown <- sum(sapply(left, function(r) sum(r[-1] * r[-length(r)]))) / sum(sapply(left, function(r) sum(r^2)))
expected <- function(rho) {
  products <- squares <- 0
  for (n in unique(lengths(long))) {
    x <- cbind(1, seq_len(n)); m <- diag(n) - x %*% solve(crossprod(x), t(x))
    neighbours <- matrix(0, n, n); neighbours[cbind(1:(n - 1), 2:n)] <- 1
    r <- rho^abs(outer(1:n, 1:n, "-")); times <- sum(lengths(long) == n)
    products <- products + times * sum(diag(m %*% neighbours %*% m %*% r)); squares <- squares + times * sum(diag(m %*% r))
  }
  products / squares
}
rho <- min(0.8, max(0, uniroot(function(r) expected(r) - shown, c(-0.9, 0.95))$root))
copies <- 300
by_chance <- function(rho) {
  sd <- noise_scale / sqrt(2 * (1 - rho)); dips <- 0
  for (c in rated) {
    n <- nrow(c); line <- robust_line(c$srs); over <- ended[[c$course_id[1]]]
    for (copy in seq_len(copies)) {
      e <- rnorm(n, 0, sd)
      for (i in seq_len(n)[-1]) e[i] <- rho * e[i - 1] + sqrt(1 - rho^2) * e[i]
      y <- pmin(40, pmax(0, round((line + e) * 10) / 10))
      for (d in dips_of(y, over, sample_scale)) dips <- dips + in_year(c$day[d$nadir])
    }
  }
  dips / copies
}
set.seed(20261125)
say("chance", "rho 0", g(by_chance(0)), "", ""); say("chance", "pooled rho", g(by_chance(rho)), "", "")

cat("# source: R ", paste(R.version$major, R.version$minor, sep = "."), ", base, from the definitions of methods.md and sample-data; script src/test/R/sample-practice-reference.R\n", sep = "")
cat("what,key,first,second,third\n")
writeLines(sort(unlist(out), method = "radix"))
