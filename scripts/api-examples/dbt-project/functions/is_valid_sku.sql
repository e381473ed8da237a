length(sku) = 4
