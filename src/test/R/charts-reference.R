# Writes the reference values that ChartsReferenceTest reads. Run from the project's root:
#   Rscript src/test/R/charts-reference.R
# Needs base R only. The formulas are written out here from their publications, in R's own functions (qbinom, pbinom,
# median, quantile, p.adjust), so that they do not share a line with the Java code: run charts after Anhoej and Olesen
# 2014, attribute charts after Montgomery and Laney 2002, funnels after Spiegelhalter 2005.

script <- "src/test/R/charts-reference.R"

write_reference <- function(name, data, about) {
  path <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  source_line <- sprintf("# source: %s, %s; script %s", paste0("R ", getRversion()), about, script)
  for (column in names(data)) {
    if (is.numeric(data[[column]])) {
      data[[column]] <- ifelse(is.na(data[[column]]), "", sprintf("%.17g", data[[column]]))
    }
  }
  connection <- file(path, "wb")
  writeLines(c(source_line, paste(names(data), collapse = ",")), connection, sep = "\n")
  write.table(data, connection, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE, eol = "\n", na = "")
  close(connection)
}

set.seed(20260202)

# Run charts.
series <- c(
  lapply(c(6, 8, 10, 12, 17, 24, 31, 48, 75, 100), function(n) round(rnorm(n, 20, 4))),
  list(1:20, c(rep(1, 10), rep(5, 10)), rep(c(1, 5), 12), c(3, 3, 3, 1, 5, 1, 5, 3, 7), c(4, NA, 5, NA, NA, 9, 1, 2, 2, 8)),
  list(5, c(1, 2), c(2, 2, 2), as.numeric(EuStockMarkets[1:40, 1]), as.numeric(Nile), as.numeric(LakeHuron), as.numeric(discoveries))
)
runs <- do.call(rbind, lapply(series, function(y) {
  side <- sign(y - median(y, na.rm = TRUE))
  side <- side[!is.na(side) & side != 0]
  useful <- length(side)
  row <- data.frame(values = paste(ifelse(is.na(y), "", format(y, digits = 15, trim = TRUE)), collapse = " "),
    median = median(y, na.rm = TRUE), useful = useful, longest = 0, longest_usual = 0, crossings = 0, fewest_usual = 0)
  if (useful > 0) {
    lengths <- rle(side)$lengths
    row$longest <- max(lengths)
    row$longest_usual <- round(log2(useful)) + 3
    row$crossings <- length(lengths) - 1
    row$fewest_usual <- qbinom(0.05, useful - 1, 0.5)
  }
  row
}))
runs$values <- gsub("NA", "", runs$values)
write_reference("run-charts", runs, "median, rle, qbinom; data sets EuStockMarkets, Nile, LakeHuron, discoveries and made-up ones")

# Attribute charts.
months <- 24
size <- round(runif(months, 30, 160))
sets <- list(
  steady = data.frame(x = rbinom(months, size, 0.3), n = size),
  rare = data.frame(x = rbinom(months, size, 0.02), n = size),
  common = data.frame(x = rbinom(months, size, 0.97), n = size),
  spread = data.frame(x = rbinom(months, 2000, plogis(rnorm(months, -1, 0.5))), n = rep(2000, months)),
  gap = data.frame(x = c(4, 6, NA, 5, 9, 3, 0, 7, 6, 5), n = c(20, 25, NA, 22, 30, 19, 21, 20, 24, 23)),
  equal = data.frame(x = rep(5, 8), n = rep(50, 8)),
  seatbelts = data.frame(x = as.numeric(Seatbelts[1:36, "DriversKilled"]), n = as.numeric(Seatbelts[1:36, "drivers"]))
)
moving <- function(z) mean(abs(diff(z)), na.rm = TRUE) / 1.128
clip <- function(v, most) pmin(most, pmax(0, v))
attributes <- do.call(rbind, lapply(names(sets), function(name) {
  d <- sets[[name]]
  p <- sum(d$x, na.rm = TRUE) / sum(d$n, na.rm = TRUE)
  sigma_p <- sqrt(p * (1 - p) / d$n)
  sigma_u <- sqrt(p / d$n)
  z_p <- moving((d$x / d$n - p) / sigma_p)
  z_u <- moving((d$x / d$n - p) / sigma_u)
  c_bar <- mean(d$x, na.rm = TRUE)
  one <- function(kind, centre, sigma, z, most) {
    data.frame(set = name, kind = kind, point = seq_along(d$x), x = d$x, n = d$n, centre = centre, sigma_z = z,
      lower = clip(centre - 3 * sigma, most), upper = clip(centre + 3 * sigma, most))
  }
  rbind(
    one("P", p, sigma_p, NA, 1), one("U", p, sigma_u, NA, Inf), one("P_PRIME", p, sigma_p * z_p, z_p, 1),
    one("U_PRIME", p, sigma_u * z_u, z_u, Inf), one("C", c_bar, ifelse(is.na(d$x), NA, sqrt(c_bar)), NA, Inf)
  )
}))
write_reference("attribute-charts", attributes, "three-sigma limits, data set Seatbelts and made-up ones")

# Charts of times between events.
gaps <- c(lapply(c(6, 12, 30), function(n) round(rexp(n, 1 / 20)) + 1), list(rep(7, 9), as.numeric(precip[1:40]), c(1, 400, 2, 300, 1, 500, 3)))
times <- do.call(rbind, lapply(gaps, function(y) {
  root <- y^(1 / 3.6)
  sigma <- mean(abs(diff(root))) / 1.128
  data.frame(values = paste(format(y, digits = 15, trim = TRUE), collapse = " "), centre = mean(root)^3.6,
    lower = max(0, mean(root) - 3 * sigma)^3.6, upper = (mean(root) + 3 * sigma)^3.6)
}))
write_reference("t-charts", times, "power 1/3.6, data set precip and made-up ones")

# Funnels.
exact <- function(theta, n, t) qbinom(t, n, theta) / n
sites <- function(k, least, most, share, spread) {
  n <- round(runif(k, least, most))
  data.frame(x = rbinom(k, n, plogis(qlogis(share) + rnorm(k, 0, spread))), n = n)
}
funnels <- list(
  five = sites(5, 20, 200, 0.5, 0), twelve = sites(12, 20, 400, 0.6, 0.5), small = sites(8, 3, 25, 0.4, 0),
  small_spread = sites(14, 5, 60, 0.3, 1.2), high = sites(9, 10, 80, 0.97, 0), low = sites(9, 10, 80, 0.02, 0),
  none = data.frame(x = rep(0, 5), n = c(10, 20, 30, 19, 50)), all = data.frame(x = c(10, 20, 30, 19, 50), n = c(10, 20, 30, 19, 50)),
  equal = data.frame(x = rep(20, 6), n = rep(40, 6)), two = data.frame(x = c(3, 30), n = c(12, 50)), one = data.frame(x = 3, n = 12),
  admissions = data.frame(x = as.numeric(UCBAdmissions["Admitted", "Male", ]), n = as.numeric(colSums(UCBAdmissions[, "Male", ])))
)
limits <- do.call(rbind, lapply(names(funnels), function(name) {
  d <- funnels[[name]]
  k <- nrow(d)
  theta <- sum(d$x) / sum(d$n)
  s <- 1 / (2 * sqrt(d$n))
  z <- (asin(sqrt(d$x / d$n)) - asin(sqrt(theta))) / s
  points <- quantile(z, c(0.1, 0.9), names = FALSE)
  phi <- sum(pmin(points[2], pmax(points[1], z))^2) / k
  w <- 1 / s^2
  tau2 <- if (k < 2 || k * phi < k - 1) 0 else max(0, (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))
  arcsine <- function(sign, q) {
    angle <- asin(sqrt(theta)) + sign * q * sqrt(s^2 + tau2)
    ifelse(angle <= 0, 0, ifelse(angle >= pi / 2, 1, sin(angle)^2))
  }
  limit <- function(sign, q, t) {
    wide <- arcsine(sign, q)
    narrow <- exact(theta, d$n, t)
    both <- if (tau2 > 0) (if (sign < 0) pmin(wide, narrow) else pmax(wide, narrow)) else narrow
    ifelse(d$n < 20, both, wide)
  }
  normal <- 2 * pnorm(-abs(asin(sqrt(d$x / d$n)) - asin(sqrt(theta))) / sqrt(s^2 + tau2))
  binomial <- pmin(1, 2 * pmin(pbinom(d$x, d$n, theta), pbinom(d$x - 1, d$n, theta, lower.tail = FALSE)))
  p <- ifelse(d$n < 20 & tau2 == 0, binomial, normal)
  data.frame(set = name, x = d$x, n = d$n, centre = theta, phi = phi, tau2 = tau2,
    lower95 = limit(-1, 1.959964, 0.025), upper95 = limit(1, 1.959964, 0.975),
    lower998 = limit(-1, 3.090232, 0.001), upper998 = limit(1, 3.090232, 0.999),
    p = p, adjusted = if (k > 10) p.adjust(p, "BH") else NA)
}))
write_reference("funnels", limits, "qbinom, pbinom, pnorm, quantile, p.adjust; data set UCBAdmissions and made-up ones")
