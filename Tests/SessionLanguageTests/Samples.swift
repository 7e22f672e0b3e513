/// Sessions that tests take apart.
enum Samples {
  /// The first session of the design.
  static let order = """
    load sessions/services/inventory.swift sessions/services/payments.swift
    GET inventory/stock/A-1
    $_.available * $_.price
    POST payments/charge amount=52.30 card=tok_ok
    workflow order
    input card=tok_ok lines:=[{"sku": "A-1", "qty": 2}, {"sku": "B-2", "qty": 1}]
    quoted = for line in $input.lines max 5 at once
      stock = GET inventory/stock/{$line.sku}
      yield {"sku": $line.sku, "qty": $line.qty, "price": $stock.price, "missing": $line.qty - $stock.available}
    end
    if $count($quoted[missing > 0]) > 0
      fail OutOfStock "missing {$join($quoted[missing > 0].sku, ', ')}"
    end
    charge = POST payments/charge amount:=$round($sum($quoted.price)*100) card:=$input.card
    retry 2 times on Payments.Busy every 1s backoff 2
    catch Payments.Declined
      return {"status": "declined", "reason": $error.Cause}
    end
    return {"status": "ok", "charge": $charge.id}
    run card=tok_declined
    end
    save sessions/order.md
    export build/order
    """

  /// Every part of the language.
  static let tour = """
    workflow tour express
      about What there is
      input small: a=1 b:={"c": [1, 2]}   # a comment
      timeout 1h
      x = "it's" & 'a "b"' & $match("a)b", /[)"']/)[0].match
      both = parallel
        branch a
          y = PUT s/p/{$input.a}/{1 + 1}?q name='a b' q==1 H:v f@~/x.txt d:=@"a b.json" | items[0].name
          yield $y
        branch b
          wait 1h30m
          wait until $now()
      end retry 1 time jitter up to 60s
      if $x = "a"
        z = [1,
          2]
      else if $exists($x)
        fail A.B text of it
      else
        return
      end

      catch A.B, C.D
        fail Other "x {$error.Cause}"
      end
    end
    mock POST payments/{x} fail A "b" x 2
    """
}
